import type { Node } from 'jsonc-parser';
import { quoted, type Remark } from './finding.js';
import { configsOf, nodesOf, pagesOf, routesOf } from './places.js';
import schema from './schema.json' with { type: 'json' };
import { membersOf, valueOf } from './tree.js';

type Kind = 'config' | 'area' | 'route' | 'nav' | 'page' | 'node' | 'wrapper';

/** The keys that the desktop reads, by their lower-case form. */
const spellings = (kind: Kind): ReadonlyMap<string, string> =>
  new Map(Object.keys(schema.$defs[kind].properties).map((key) => [key.toLowerCase(), key]));

/** `homePage` is skipped: it has its own rule. */
const otherCase = (kind: Kind): ((node: Node | undefined) => readonly Remark[]) => {
  const known = spellings(kind);
  return (node) =>
    membersOf(node).flatMap(({ key, property }) => {
      const right = known.get(key.toLowerCase());
      if (right === undefined || right === key || key === 'homePage') return [];
      return [{ at: property, what: `This is ${quoted(key)}.`, fix: `Write "${right}".` }];
    });
};

const kinds = {
  config: otherCase('config'),
  area: otherCase('area'),
  route: otherCase('route'),
  nav: otherCase('nav'),
  page: otherCase('page'),
  node: otherCase('node'),
  wrapper: otherCase('wrapper'),
};

const roleSpellings = ['agent', 'supervisor', 'supervisorAgent', 'area'];

const atRoot = (root: Node): readonly Remark[] =>
  membersOf(root).flatMap(({ key, property }) => {
    const right = roleSpellings.find((name) => name.toLowerCase() === key.toLowerCase());
    if (right === undefined || right === key) return [];
    return [{ at: property, what: `This is ${quoted(key)}.`, fix: `Write "${right}".` }];
  });

/** Keys that differ from the desktop's own only in upper and lower case. */
export const keysInOtherCase = (root: Node): readonly Remark[] => [
  ...atRoot(root),
  ...configsOf(root).flatMap((config) => [
    ...kinds.config(config.node),
    ...kinds.area(config.area),
    ...routesOf(config.area).flatMap(({ node, nav }) => [...kinds.route(node), ...kinds.nav(nav)]),
    ...pagesOf(config).flatMap(kinds.page),
    ...nodesOf(config).flatMap((node) => [...kinds.node(node), ...kinds.wrapper(valueOf(node, 'wrapper'))]),
  ]),
];
