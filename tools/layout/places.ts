import type { Node } from 'jsonc-parser';
import { isObject, itemsOf, lastMembersOf, membersOf, textAt, valueOf } from './tree.js';

export const roles = ['agent', 'supervisor', 'supervisorAgent'] as const;
export type Role = (typeof roles)[number];
export const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

/** What one role sees of a layout, or all of them where the layout is flat. */
export interface Config {
  /** `undefined` where the layout is the same for all roles. */
  readonly role: Role | undefined;
  readonly node: Node;
  readonly area: Node | undefined;
}

const configAt = (role: Role | undefined, node: Node): Config => ({ role, node, area: valueOf(node, 'area') });

export const isFlat = (root: Node): boolean => valueOf(root, 'area') !== undefined;

export const configsOf = (root: Node): readonly Config[] =>
  isFlat(root)
    ? [configAt(undefined, root)]
    : roles.flatMap((role) => {
        const node = valueOf(root, role);
        return isObject(node) ? [configAt(role, node)] : [];
      });

/** A page of the navigation bar, the home page among them. */
export interface Route {
  readonly node: Node;
  readonly nav: Node | undefined;
  readonly page: Node | undefined;
}

const routeAt = (node: Node): Route => ({ node, nav: valueOf(node, 'nav'), page: valueOf(node, 'page') });

export function routesOf(area: Node | undefined): readonly Route[] {
  const homepage = valueOf(area, 'homepage');
  return [...(homepage === undefined ? [] : [homepage]), ...itemsOf(valueOf(area, 'navigation'))].map(routeAt);
}

const defined = (node: Node | undefined): readonly Node[] => (node === undefined ? [] : [node]);

/** The widgets of a page, and of a `dynamic-area`, which is made like one. */
export const widgetsOf = (page: Node | undefined): readonly Node[] =>
  lastMembersOf(valueOf(page, 'widgets')).map(({ value }) => value);

const dynamicAreaOf = (node: Node): Node | undefined =>
  textAt(node, 'comp') === 'dynamic-area' ? valueOf(valueOf(node, 'properties'), 'area') : undefined;

/** Everything with a grid of its own: pages and dynamic areas. */
export const pagesOf = (config: Config): readonly Node[] => [
  ...defined(valueOf(config.area, 'header')),
  ...defined(valueOf(config.area, 'headless')),
  ...routesOf(config.area).flatMap(({ page }) => defined(page)),
  ...nodesOf(config).flatMap((node) => defined(dynamicAreaOf(node))),
];

/** A node with all that stands within it, itself first. */
export const withInner = (node: Node): readonly Node[] =>
  isObject(node)
    ? [node, ...[...itemsOf(valueOf(node, 'children')), ...widgetsOf(dynamicAreaOf(node))].flatMap(withInner)]
    : [];

const nodesOfPage = (page: Node | undefined): readonly Node[] =>
  [...defined(valueOf(page, 'pageHeader')), ...defined(valueOf(page, 'pageSubHeader')), ...widgetsOf(page)].flatMap(
    withInner,
  );

export const panelNodes = ({ area }: Config): readonly Node[] => defined(valueOf(area, 'panel')).flatMap(withInner);

export const routeNodes = ({ area }: Config): readonly Node[] =>
  routesOf(area).flatMap(({ page }) => nodesOfPage(page));

/** Every node of a layout, wherever the desktop would look for one. */
export const nodesOf = (config: Config): readonly Node[] => [
  ...nodesOfPage(valueOf(config.area, 'header')),
  ...itemsOf(valueOf(config.area, 'advancedHeader')).flatMap(withInner),
  ...nodesOfPage(valueOf(config.area, 'headless')),
  ...panelNodes(config),
  ...itemsOf(valueOf(config.area, 'persistent')).flatMap(withInner),
  ...routeNodes(config),
];

export const attributeOf = (node: Node, name: string): string | undefined => textAt(valueOf(node, 'attributes'), name);

/** All values below a node, with their own keys. */
export const textsWithin = (node: Node): readonly Node[] =>
  node.type === 'string'
    ? [node]
    : node.type === 'array'
      ? itemsOf(node).flatMap(textsWithin)
      : membersOf(node).flatMap(({ value }) => textsWithin(value));
