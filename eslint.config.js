import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jsdoc from 'eslint-plugin-jsdoc';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import tseslint from 'typescript-eslint';
import circles from './eslint.circles.js';
import { layers, packages } from './eslint.layers.js';

/** The pattern of an import from the files of one folder of `src` to those of another, or to one file. */
const pathBetween = (from, to) => {
  const relative = posix.relative(from, to) || '.';
  const path = relative.startsWith('.') ? relative : `./${relative}`;
  return path.endsWith('.ts') ? path.replace(/\.ts$/, '\\.js') : `${path}/[\\w-]+\\.js(on)?`;
};

const codeFolders = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => posix.dirname(file.replaceAll('\\', '/')));
const withoutRow = [...new Set(codeFolders)].filter((folder) => !Object.hasOwn(layers, folder));
if (withoutRow.length > 0) throw new Error(`No row in eslint.layers.js for src/${withoutRow.join(', src/')}.`);

/**
 * The files of a folder may only import what `layers` lists. This rule does not see lazy imports and import types, so
 * `restrictedSyntax` forbids them.
 */
const layerRule = ([key, allowed]) => {
  const folder = key.endsWith('.ts') ? posix.dirname(key) : key;
  const files = [`src/${key === folder ? posix.join(folder, '*.ts') : key}`];
  const ownLists = Object.keys(layers).filter(
    (other) => other !== key && posix.dirname(other) === folder && other.endsWith('.ts'),
  );
  const pattern = (name) => packages[name] ?? pathBetween(folder, name);
  const values = [folder, ...allowed.filter((name) => !name.startsWith('type '))].map(pattern);
  const types = allowed.filter((name) => name.startsWith('type ')).map((name) => pattern(name.slice(5)));
  const patterns = [
    { regex: `^(?!(${[...values, ...types].join('|')})$)`, message: `Not for ${key}: see eslint.layers.js.` },
  ];
  if (types.length > 0) {
    patterns.push({ regex: `^(${types.join('|')})$`, allowTypeImports: true, message: `Only its types, in ${key}.` });
  }
  return {
    files,
    ignores: ownLists.map((file) => `src/${file}`),
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
};

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

/** The globals that the files for vendors can use. */
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
      '@typescript-eslint/unbound-method': 'off', // Lit binds the listeners of a template, and our objects contain functions without `this`
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
      'lit-a11y/no-redundant-role': 'off', // Safari does not treat a list without bullets as a list, unless it has the role
    },
    settings: { litHtmlSources: true },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', 400],
      'no-console': 'error',
      'no-restricted-properties': ['error', ...htmlFromText],
      'no-restricted-syntax': ['error', ...restrictedSyntax],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { jsdoc },
    settings: { jsdoc: { mode: 'typescript' } },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          enableFixer: false, // an empty comment says nothing
          require: { FunctionDeclaration: true, ClassDeclaration: true },
          contexts: [
            'ExportNamedDeclaration > VariableDeclaration',
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
          ],
        },
      ],
      'jsdoc/check-param-names': ['error', { checkDestructured: false, disableMissingParamChecks: true }],
      'jsdoc/check-tag-names': ['error', { definedTags: ['attr', 'csspart', 'cssprop', 'default', 'fires', 'slot'] }],
      'jsdoc/no-types': 'error', // the compiler knows them
    },
  },
  {
    files: [
      'src/elements/journey/wayline-journey.ts',
      'src/elements/deferred/deferred-part.ts',
      'src/platform/warn-once.ts',
    ],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
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
  ...Object.entries(layers).map(layerRule),
  {
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    plugins: { circles },
    rules: { 'circles/no-circle': 'error' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off', // chai-a11y-axe turns every assertion into a promise
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off', // a mock may be async without waiting
    },
  },
]);
