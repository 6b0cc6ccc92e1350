import type { Node } from 'jsonc-parser';
import { isObject, itemsOf, lastMembersOf, membersOf, textAt, valueOf } from './tree.js';

export const roles = ['agent', 'supervisor', 'supervisorAgent'] as const;
export type Role = (typeof roles)[number];
export const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

/** The part of a layout for one role, or the whole of it if the layout has no roles. */
export interface Config {
  /** `undefined` if the layout is the same for all roles. */
  readonly role: Role | undefined;
  readonly node: Node;
  readonly area: Node | undefined;
}

const configAt = (role: Role | undefined, node: Node): Config => ({ role, node, area: valueOf(node, 'area') });

/** Whether a layout is the same for all roles. */
export const isFlat = (root: Node): boolean => valueOf(root, 'area') !== undefined;

/** The parts of a layout, one per role. */
export const configsOf = (root: Node): readonly Config[] =>
  isFlat(root)
    ? [configAt(undefined, root)]
    : roles.flatMap((role) => {
        const node = valueOf(root, role);
        return isObject(node) ? [configAt(role, node)] : [];
      });

/** A page of the navigation bar, or the home page. */
export interface Route {
  readonly node: Node;
  readonly nav: Node | undefined;
  readonly page: Node | undefined;
}

const routeAt = (node: Node): Route => ({ node, nav: valueOf(node, 'nav'), page: valueOf(node, 'page') });

/** The home page and the pages of the navigation bar. */
export function routesOf(area: Node | undefined): readonly Route[] {
  const homepage = valueOf(area, 'homepage');
  return [...(homepage === undefined ? [] : [homepage]), ...itemsOf(valueOf(area, 'navigation'))].map(routeAt);
}

const defined = (node: Node | undefined): readonly Node[] => (node === undefined ? [] : [node]);

/** The widgets of a page, or of a `dynamic-area`, which has the same format. */
export const widgetsOf = (page: Node | undefined): readonly Node[] =>
  lastMembersOf(valueOf(page, 'widgets')).map(({ value }) => value);

const dynamicAreaOf = (node: Node): Node | undefined =>
  textAt(node, 'comp') === 'dynamic-area' ? valueOf(valueOf(node, 'properties'), 'area') : undefined;

/** All pages and dynamic areas: they have grids. */
export const pagesOf = (config: Config): readonly Node[] => [
  ...defined(valueOf(config.area, 'header')),
  ...defined(valueOf(config.area, 'headless')),
  ...routesOf(config.area).flatMap(({ page }) => defined(page)),
  ...nodesOf(config).flatMap((node) => defined(dynamicAreaOf(node))),
];

/** A node and all nodes inside it. */
export const withInner = (node: Node): readonly Node[] =>
  isObject(node)
    ? [node, ...[...itemsOf(valueOf(node, 'children')), ...widgetsOf(dynamicAreaOf(node))].flatMap(withInner)]
    : [];

const nodesOfPage = (page: Node | undefined): readonly Node[] =>
  [...defined(valueOf(page, 'pageHeader')), ...defined(valueOf(page, 'pageSubHeader')), ...widgetsOf(page)].flatMap(
    withInner,
  );

/** All nodes of the panel. */
export const panelNodes = ({ area }: Config): readonly Node[] => defined(valueOf(area, 'panel')).flatMap(withInner);

/** All nodes of the pages in the navigation bar. */
export const routeNodes = ({ area }: Config): readonly Node[] =>
  routesOf(area).flatMap(({ page }) => nodesOfPage(page));

/** Every node of a layout, in all places where the desktop looks for one. */
export const nodesOf = (config: Config): readonly Node[] => [
  ...nodesOfPage(valueOf(config.area, 'header')),
  ...itemsOf(valueOf(config.area, 'advancedHeader')).flatMap(withInner),
  ...nodesOfPage(valueOf(config.area, 'headless')),
  ...panelNodes(config),
  ...itemsOf(valueOf(config.area, 'persistent')).flatMap(withInner),
  ...routeNodes(config),
];

/** The text of an attribute; `undefined` if it is missing or not a text. */
export const attributeOf = (node: Node, name: string): string | undefined => textAt(valueOf(node, 'attributes'), name);

/** All values inside a node, with their own keys. */
export const textsWithin = (node: Node): readonly Node[] =>
  node.type === 'string'
    ? [node]
    : node.type === 'array'
      ? itemsOf(node).flatMap(textsWithin)
      : membersOf(node).flatMap(({ value }) => textsWithin(value));
