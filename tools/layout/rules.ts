import type { Node } from 'jsonc-parser';
import { desktopWords, isOfDesktop, storeModules, visibilityFlags, wordsOfAll } from './desktop.js';
import { quoted, type Remark, type Rule } from './finding.js';
import { gridRemarks } from './grids.js';
import { keysInOtherCase } from './known-keys.js';
import { configsOf, nodesOf, pagesOf, routesOf, textsWithin, type Config } from './places.js';
import { itemsOf, lastMembersOf, memberOf, membersOf, textAt, textOf, valueOf } from './tree.js';

/** A rule that checks a whole layout. */
export interface LayoutRule extends Rule {
  look(root: Node): readonly Remark[];
}

const perConfig = (look: (config: Config) => readonly Remark[]) => (root: Node) => configsOf(root).flatMap(look);
const perNode = (look: (node: Node) => readonly Remark[]) => perConfig((config) => nodesOf(config).flatMap(look));
const perPage = (look: (page: Node) => readonly Remark[]) => perConfig((config) => pagesOf(config).flatMap(look));

/** Nodes with a text that an earlier node has, and that text. */
function repeated(nodes: readonly (Node | undefined)[]): readonly { at: Node; text: string }[] {
  const seen = new Set<string>();
  return nodes.flatMap((at) => {
    const text = textOf(at);
    if (at === undefined || text === undefined) return [];
    if (seen.has(text)) return [{ at, text }];
    seen.add(text);
    return [];
  });
}

interface ScriptedTag {
  readonly tag: string;
  readonly at: Node;
  readonly script: string;
}

const scriptedTags = (root: Node): readonly ScriptedTag[] =>
  configsOf(root)
    .flatMap(nodesOf)
    .flatMap((node) => {
      const tag = textAt(node, 'comp');
      const at = valueOf(node, 'script');
      const script = textOf(at);
      return tag === undefined || at === undefined || script === undefined ? [] : [{ tag, at, script: script.trim() }];
    });

function otherScripts(root: Node): readonly Remark[] {
  const first = new Map<string, string>();
  return scriptedTags(root).flatMap(({ tag, at, script }) => {
    const known = first.get(tag) ?? script;
    first.set(tag, known);
    return known === script
      ? []
      : [
          {
            at,
            what: `${quoted(tag)} has another script earlier in the file.`,
            fix: `Write ${quoted(known)} here, too.`,
          },
        ];
  });
}

const isLocal = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host);

function plainScript({ at, script }: ScriptedTag): readonly Remark[] {
  const url = URL.canParse(script) ? new URL(script) : undefined;
  if (url?.protocol !== 'http:' || isLocal(url.hostname)) return [];
  return [{ at, what: 'The script uses http.', fix: 'Use its https address.' }];
}

const isTabList = (node: Node): boolean =>
  itemsOf(valueOf(node, 'children')).some((child) => textAt(child, 'comp') === 'md-tab');

function tabRemarks(list: readonly Node[]): readonly Remark[] {
  const parts = list.filter((node) => ['md-tab', 'md-tab-panel'].includes(textAt(node, 'comp') ?? ''));
  const wrong = parts.find((node, index) => textAt(node, 'comp') !== (index % 2 === 0 ? 'md-tab' : 'md-tab-panel'));
  const alone = parts.length % 2 === 1 ? parts.at(-1) : undefined;
  const at = wrong ?? alone;
  return at === undefined
    ? []
    : [
        {
          at,
          what: 'From here on, tabs and panels do not alternate.',
          fix: 'Put each "md-tab-panel" directly after its "md-tab".',
        },
      ];
}

function unknownTags(root: Node): readonly Remark[] {
  const scripted = new Set(scriptedTags(root).map(({ tag }) => tag));
  return perNode((node) => {
    const at = valueOf(node, 'comp');
    const tag = textOf(at);
    if (at === undefined || tag === undefined || !tag.includes('-') || tag.startsWith('#')) return [];
    if (isOfDesktop(tag) || scripted.has(tag)) return [];
    return [
      { at, what: `No script defines ${quoted(tag)}.`, fix: 'Add a "script" that defines it, or correct the name.' },
    ];
  })(root);
}

const bindingsIn = (text: string): readonly string[] =>
  text.startsWith('$STORE.')
    ? [text.slice('$STORE.'.length)]
    : [...text.matchAll(/\{\$STORE\.([\w.]+)\}/g)].map(([, path]) => path ?? '');

const storeRemarks = (at: Node): readonly Remark[] =>
  bindingsIn(textOf(at) ?? '')
    .map((path) => path.split('.', 1)[0] ?? '')
    .filter((module) => !storeModules.has(module))
    .map((module) => ({
      at,
      what: `The desktop's store has no known part ${quoted(module)}.`,
      fix: 'Start the path with agent, agentContact, app, auth, generalNotifications or dynamic.',
    }));

const wordRemarks = (at: Node): readonly Remark[] => {
  const text = textOf(at) ?? '';
  if (!text.startsWith('$I18N.') || desktopWords.has(text.slice('$I18N.'.length))) return [];
  return [{ at, what: `The desktop has no known text for ${quoted(text)}.`, fix: 'Write the text itself.' }];
};

const perText = (look: (text: Node) => readonly Remark[]) => perConfig(({ node }) => textsWithin(node).flatMap(look));

const flagRemarks = (holder: Node): readonly Remark[] => {
  const at = valueOf(holder, 'visibility');
  const flag = textOf(at);
  if (at === undefined || flag === undefined || visibilityFlags.has(flag)) return [];
  return [{ at, what: `The desktop has no known flag ${quoted(flag)}.`, fix: 'Remove "visibility".' }];
};

/** Names of secrets. Version 8 of Cisco's widget had tokens in the layout: `tape-read-token` and others. */
const secretNames = /^((bearer|access|refresh|auth)|([a-z]+-)+)?token$|^api-?key$|^(client-?)?secret$|^password$/i;

const secretsIn = (node: Node): readonly Remark[] =>
  ['properties', 'attributes'].flatMap((kind) =>
    membersOf(valueOf(node, kind))
      .filter(({ key, value }) => secretNames.test(key) && /\S/.test(textOf(value) ?? ''))
      .filter(({ value }) => !textOf(value)?.startsWith('$STORE.'))
      .map(({ key, value }) => ({
        at: value,
        what: `${quoted(key)} is stored in the file as plain text.`,
        fix: 'Use the agent\'s own: "$STORE.auth.accessToken". Revoke the one in the file.',
      })),
  );

const vendorless = ({ tag, at }: ScriptedTag): readonly Remark[] => {
  const [first = ''] = tag.split('-', 1);
  const says = isOfDesktop(tag)
    ? 'the desktop itself defines'
    : !tag.includes('-') || wordsOfAll.has(first)
      ? 'other vendors might also use'
      : undefined;
  if (says === undefined) return [];
  return [
    {
      at: memberOf(at.parent?.parent, 'comp')?.value ?? at,
      what: `A script defines ${quoted(tag)}, a name that ${says}.`,
      fix: 'Use a tag that starts with the vendor\'s name. For the journey, use "wayline-journey".',
    },
  ];
};

function doubleKeys(node: Node): readonly Remark[] {
  const children = node.children ?? [];
  const keys = membersOf(node).map(({ property }) => property.children?.[0]);
  const here = repeated(keys).map(({ at, text }) => ({
    at,
    what: `The key ${quoted(text)} is twice in one object. The desktop uses the last one.`,
    fix: 'Keep one of them.',
  }));
  return [...here, ...children.flatMap(doubleKeys)];
}

/** In the same order as in the documentation of layouts. */
export const layoutRules: readonly LayoutRule[] = [
  {
    name: 'double-key',
    level: 'warning',
    why: 'A duplicate key: programs differ in which value they use.',
    look: doubleKeys,
  },
  {
    name: 'grid-cells',
    level: 'error',
    why: 'A cell without a widget stays empty on the page. A widget without a cell is never shown.',
    look: perPage((page) => gridRemarks(page).cells),
  },
  {
    name: 'grid-cycle',
    level: 'error',
    why: 'A grid must not contain itself. The page would not open.',
    look: perPage((page) => gridRemarks(page).cycles),
  },
  {
    name: 'unique-route',
    level: 'error',
    why: 'Each page needs its own address.',
    look: perConfig(({ area }) =>
      repeated(routesOf(area).map(({ nav }) => valueOf(nav, 'navigateTo'))).map(({ at, text }) => ({
        at,
        what: `"navigateTo" is ${quoted(text)} for two pages.`,
        fix: 'Give each page its own name.',
      })),
    ),
  },
  {
    name: 'unique-page',
    level: 'error',
    why: 'The desktop identifies pages by their ids.',
    look: perConfig(({ area }) =>
      repeated(routesOf(area).map(({ page }) => valueOf(page, 'id'))).map(({ at, text }) => ({
        at,
        what: `Two pages have the id ${quoted(text)}.`,
        fix: 'Give each page its own id.',
      })),
    ),
  },
  {
    name: 'one-header',
    level: 'error',
    why: 'An "advancedHeader" replaces "header" and "headerActions".',
    look: perConfig(({ node, area }) =>
      valueOf(area, 'advancedHeader') === undefined
        ? []
        : [memberOf(area, 'header'), memberOf(node, 'headerActions')].flatMap((member) =>
            member === undefined
              ? []
              : [
                  {
                    at: member.property,
                    what: `"${member.key}" is there in addition to "advancedHeader".`,
                    fix: 'Keep one.',
                  },
                ],
          ),
    ),
  },
  {
    name: 'one-script',
    level: 'error',
    why: 'A page can define a tag only once. With two scripts, the first to load is used.',
    look: otherScripts,
  },
  {
    name: 'https-script',
    level: 'warning',
    why: 'The desktop uses https. Browsers block http there, except from the agent’s own machine.',
    look: (root) => scriptedTags(root).flatMap(plainScript),
  },
  {
    name: 'tab-pairs',
    level: 'warning',
    why: 'The desktop matches tabs and panels by their order.',
    look: perConfig((config) => [
      ...nodesOf(config)
        .filter(isTabList)
        .flatMap((node) => tabRemarks(itemsOf(valueOf(node, 'children')))),
      ...tabRemarks(itemsOf(valueOf(config.area, 'persistent'))),
    ]),
  },
  {
    name: 'known-tag',
    level: 'warning',
    why: 'An element without a script that defines it stays empty.',
    look: unknownTags,
  },
  {
    name: 'known-store',
    level: 'warning',
    why: 'A binding to an unknown path gives the widget no value.',
    look: perText(storeRemarks),
  },
  {
    name: 'known-words',
    level: 'warning',
    why: 'If the desktop has no text for a key, agents see the key.',
    look: perText(wordRemarks),
  },
  {
    name: 'known-flag',
    level: 'warning',
    why: 'Only the desktop defines flags. An element with an unknown flag is never shown.',
    look: perConfig((config) => [
      ...nodesOf(config).flatMap(flagRemarks),
      ...routesOf(config.area).flatMap(({ node }) => flagRemarks(node)),
    ]),
  },
  {
    name: 'script-not-source',
    level: 'warning',
    why: 'Some published examples use "source". The desktop reads "script".',
    look: perNode((node) => {
      const source = memberOf(node, 'source');
      return source === undefined || valueOf(node, 'comp') === undefined
        ? []
        : [{ at: source.property, what: '"source" is used with "comp".', fix: 'Rename it to "script".' }];
    }),
  },
  {
    name: 'homepage',
    level: 'warning',
    why: 'Keys are case-sensitive. With a different key, the desktop does not find the home page.',
    look: perConfig(({ area }) =>
      lastMembersOf(area)
        .filter(({ key }) => key === 'homePage')
        .map(({ property }) => ({ at: property, what: 'This is "homePage".', fix: 'Write "homepage".' })),
    ),
  },
  {
    name: 'key-case',
    level: 'warning',
    why: 'Keys are case-sensitive. The desktop ignores unknown keys.',
    look: keysInOtherCase,
  },
  {
    name: 'no-secret',
    level: 'error',
    why: 'Everyone with access to the desktop can read its layout.',
    look: perNode(secretsIn),
  },
  {
    name: 'vendor-tag',
    level: 'warning',
    why: 'If two widgets define the same tag, only the first is used.',
    look: (root) => scriptedTags(root).flatMap(vendorless),
  },
];
