import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const beside = '\\./[\\w-]+\\.js';
const folder = (name, up = 1) => `(\\.\\./){${up}}${name}/.+\\.js`;
const litPackage = 'lit(/(?!directives/(unsafe|style-map)).+\\.js)?';
const icons = 'lucide/dist/esm/icons/[\\w-]+\\.mjs';
const dateFns = 'date-fns/\\w+';

/**
 * The files of a layer may import what matches `values`, the types of what matches `types`, and nothing else. Lazy
 * imports and import types would slip past: `restrictedSyntax` forbids them.
 */
const mayImport = (files, { values, types = [], except = [] }) => {
  const layer = files.join(', ').replaceAll(/src\/|\/\*.*/g, '');
  const allowed = [...values, ...types].join('|');
  const patterns = [{ regex: `^(?!(${allowed})$)`, message: `Not for ${layer}: see the layers in eslint.config.js.` }];
  if (types.length > 0) {
    patterns.push({ regex: `^(${types.join('|')})$`, allowTypeImports: true, message: `Only its types, in ${layer}.` });
  }
  return { files, ignores: except, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
};

/** The root, and what it loads later. */
const rootOnly = ['src/elements/wayline-journey.ts', 'src/elements/later-part.ts', 'src/elements/later-source.ts'];
const bridge = ['src/elements/store-controller.ts'];
const elementImports = [beside, folder('domain'), folder('i18n'), litPackage, icons];

const layers = [
  mayImport(['src/domain/**/*.ts'], { values: [beside, dateFns], except: ['src/domain/phone.ts'] }),
  mayImport(['src/domain/phone.ts'], { values: [beside, 'libphonenumber-js/min'] }),
  mayImport(['src/sources/*.ts'], {
    values: [beside, folder('domain'), 'eventsource-parser(/stream)?', 'p-retry', dateFns],
  }),
  mayImport(['src/sources/*/**/*.ts'], {
    values: [beside, '\\.\\./[\\w-]+\\.js', folder('domain', 2), 'eventsource-parser(/stream)?', 'p-retry', dateFns],
  }),
  mayImport(['src/store/**/*.ts'], { values: [beside, folder('domain')], types: ['\\.\\./sources/source\\.js'] }),
  mayImport(['src/loader/**/*.ts'], { values: [beside] }),
  mayImport(['src/i18n/**/*.ts'], { values: [beside], types: [folder('domain')] }),
  mayImport(['src/elements/**/*.ts'], { values: elementImports, except: [...rootOnly, ...bridge] }),
  mayImport(bridge, { values: [...elementImports, folder('store')] }),
  mayImport(rootOnly, {
    values: [...elementImports, folder('store'), folder('sources'), '@lit/task', '\\.\\./base-url\\.js'],
  }),
  mayImport(['src/embed/*.ts'], {
    values: [beside, folder('domain'), folder('i18n'), folder('sources'), '\\./words/[\\w-]+\\.json', icons],
    types: [folder('elements')],
  }),
  mayImport(['src/embed/adapters/*.ts'], { values: [beside, '\\.\\./[\\w-]+\\.js', folder('domain', 2)] }),
];

const htmlFromText = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({
  property,
  message: 'Text from a stranger becomes markup: let Lit render it.',
}));

const templates = ':matches(TaggedTemplateExpression[tag.name=/^(html|svg)$/])';

const restrictedSyntax = [
  { selector: 'ImportExpression', message: 'A lazy import passes the layers by.' },
  { selector: 'TSImportType', message: 'An import type passes the layers by.' },
  {
    selector: `${templates} TemplateElement[value.raw=/\\sstyle=/]`,
    message: "A style attribute breaks a page's content security policy.",
  },
  {
    selector: `${templates} TemplateElement[value.raw=/\\.(inner|outer)HTML=/]`,
    message: 'Text from a stranger becomes markup: let Lit render it.',
  },
];

const outsideWorld = [
  ...['window', 'document', 'navigator', 'location', 'fetch', 'localStorage', 'sessionStorage', 'performance'],
  ...['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask', 'crypto'],
];

/** What the files for vendors find where they run. */
const platform = Object.fromEntries(
  ['window', 'document', 'console', 'Buffer', 'fetch', 'crypto', 'btoa', 'TextEncoder', 'URLSearchParams']
    .concat('Request', 'Response')
    .map((name) => [name, 'readonly']),
);

export default defineConfig([
  globalIgnores([
    'dist/',
    'coverage/',
    'test-results/',
    'public/mockServiceWorker.js',
    'integrations/salesforce/',
    'integrations/hubspot/',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/unbound-method': 'off', // Lit binds the listeners of a template; our objects hold functions
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { process: 'readonly', URL: 'readonly' } } },
  { files: ['integrations/**/*.{js,mjs}'], languageOptions: { globals: platform } },
  lit.configs['flat/recommended'],
  wc.configs['flat/best-practice'],
  {
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit-a11y/no-redundant-role': 'off', // Safari takes a list without bullets for no list, unless it has the role
    },
    settings: { litHtmlSources: true },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error', ...htmlFromText],
      'no-restricted-syntax': ['error', ...restrictedSyntax],
    },
  },
  { files: [...rootOnly, 'src/elements/warn-once.ts'], rules: { 'no-console': ['error', { allow: ['warn'] }] } },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...outsideWorld],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
      ],
      'no-restricted-syntax': [
        'error',
        ...restrictedSyntax,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The time is an argument.' },
      ],
    },
  },
  { files: ['src/store/**/*.ts'], rules: { 'no-restricted-globals': ['error', 'document', 'window', 'fetch'] } },
  ...layers,
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off', // chai-a11y-axe turns every assertion into a promise
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off', // a fake answers at once where the real one waits
    },
  },
]);
