import { firstRepeated, LayoutError, listOf, numberAt, optional, recordAt, recordOf, textAt } from './layout-reader.js';

export const roles = ['agent', 'supervisor', 'supervisorAgent'] as const;
export type Role = (typeof roles)[number];
export const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

/** One element of a layout, with its bindings. */
export interface LayoutNode {
  readonly comp: string;
  /** The URL of the script that defines `comp`, without surrounding spaces. */
  readonly script: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly children: readonly LayoutNode[];
  readonly textContent: string | undefined;
  readonly style: Readonly<Record<string, unknown>>;
  readonly wrapper: { readonly title: string } | undefined;
  readonly visibility: string | undefined;
  /** Columns and 40-pixel rows, on a page with flex layout. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Names of widgets or of other grids, by row, with the relative sizes of columns and rows. */
export interface Grid {
  readonly areas: readonly (readonly string[])[];
  readonly cols: readonly number[];
  readonly rows: readonly number[];
}

/** A page of the layout, with a grid layout or a flex layout. */
export interface LayoutPage {
  readonly id: string;
  readonly widgets: Readonly<Record<string, LayoutNode>>;
  /** By name; the page itself is the grid `ROOT`. `undefined` on a page with flex layout. */
  readonly grids: Readonly<Record<string, Grid>> | undefined;
  readonly header: LayoutNode | undefined;
  readonly subHeader: LayoutNode | undefined;
}

/** A page of the navigation bar, with its label and icon. */
export interface Route {
  readonly label: string;
  readonly icon: string;
  readonly navigateTo: string;
  readonly page: LayoutPage;
  readonly visibility: string | undefined;
}

/** The layout of one role. */
export interface Layout {
  readonly appTitle: string;
  readonly stopNavigateOnAcceptTask: boolean;
  readonly header: LayoutPage | undefined;
  readonly advancedHeader: readonly LayoutNode[];
  readonly headless: LayoutPage | undefined;
  readonly panel: LayoutNode | undefined;
  readonly persistent: readonly LayoutNode[];
  readonly homepage: Route | undefined;
  readonly navigation: readonly Route[];
}

const noRecord = {};

function nodeAt(value: unknown, path: string): LayoutNode {
  const node = recordAt(value, path);
  if (node.comp === undefined && node.source !== undefined) throw new LayoutError(path, 'has "source"; write "script"');
  return {
    comp: textAt(node.comp, `${path}.comp`),
    script: optional(textAt, node.script, `${path}.script`)?.trim(),
    attributes: optional(recordAt, node.attributes, `${path}.attributes`) ?? noRecord,
    properties: optional(recordAt, node.properties, `${path}.properties`) ?? noRecord,
    children: optional(listOf(nodeAt), node.children, `${path}.children`) ?? [],
    textContent: optional(textAt, node.textContent, `${path}.textContent`),
    style: optional(recordAt, node.style, `${path}.style`) ?? noRecord,
    wrapper: optional(wrapperAt, node.wrapper, `${path}.wrapper`),
    visibility: optional(textAt, node.visibility, `${path}.visibility`),
    width: optional(numberAt, node.width, `${path}.width`),
    height: optional(numberAt, node.height, `${path}.height`),
  };
}

const wrapperAt = (value: unknown, path: string): { title: string } => ({
  title: textAt(recordAt(value, path).title, `${path}.title`),
});

function gridAt(value: unknown, path: string): Grid {
  const grid = recordAt(value, path);
  const size = recordAt(grid.size, `${path}.size`);
  return {
    areas: listOf(listOf(textAt))(grid.areas, `${path}.areas`),
    cols: listOf(numberAt)(size.cols, `${path}.size.cols`),
    rows: listOf(numberAt)(size.rows, `${path}.size.rows`),
  };
}

const gridsAt = (value: unknown, path: string): Record<string, Grid> =>
  'areas' in recordAt(value, path) ? { ROOT: gridAt(value, path) } : recordOf(gridAt)(value, path);

/** A cell without a widget would be empty on the page, and a grid inside itself would never end. */
function checkGrid(page: LayoutPage, name: string, path: string, outer: readonly string[] = []): void {
  const grid = page.grids?.[name];
  if (grid === undefined) throw new LayoutError(path, `has no grid "${name}"`);
  if (outer.includes(name)) throw new LayoutError(path, `contains itself: the grid "${name}"`);
  for (const cell of new Set(grid.areas.flat())) {
    if (Object.hasOwn(page.widgets, cell)) continue;
    if (!Object.hasOwn(page.grids ?? {}, cell))
      throw new LayoutError(path, `names "${cell}", which is not a widget of the page`);
    checkGrid(page, cell, path, [...outer, name]);
  }
}

export function pageAt(value: unknown, path: string): LayoutPage {
  const page = recordAt(value, path);
  const read: LayoutPage = {
    id: textAt(page.id, `${path}.id`),
    widgets: recordOf(nodeAt)(page.widgets, `${path}.widgets`),
    grids: page.useFlexLayout === true ? undefined : gridsAt(page.layout, `${path}.layout`),
    header: optional(nodeAt, page.pageHeader, `${path}.pageHeader`),
    subHeader: optional(nodeAt, page.pageSubHeader, `${path}.pageSubHeader`),
  };
  if (read.grids !== undefined) checkGrid(read, 'ROOT', `${path}.layout`);
  return read;
}

function routeAt(value: unknown, path: string): Route {
  const route = recordAt(value, path);
  const nav = recordAt(route.nav, `${path}.nav`);
  return {
    label: textAt(nav.label, `${path}.nav.label`),
    icon: textAt(nav.icon, `${path}.nav.icon`),
    navigateTo: textAt(nav.navigateTo, `${path}.nav.navigateTo`),
    page: pageAt(route.page, `${path}.page`),
    visibility: optional(textAt, route.visibility, `${path}.visibility`),
  };
}

/**
 * Reads the layout of one role from a layout file. A flat layout is the same for all roles.
 *
 * @throws {LayoutError} with the path of the part that cannot be read
 */
export function readLayout(value: unknown, role: Role): Layout {
  const root = recordAt(value, 'layout');
  const flat = 'area' in root;
  if (!flat && root[role] === undefined) {
    throw new LayoutError('layout', `has neither "area" nor a part for the role "${role}"`);
  }
  const path = flat ? 'layout' : role;
  const config = flat ? root : recordAt(root[role], path);
  const area = recordAt(config.area, `${path}.area`);
  if (area.header !== undefined && area.advancedHeader !== undefined) {
    throw new LayoutError(`${path}.area`, 'has both "header" and "advancedHeader"; keep one');
  }
  const nodes = listOf(nodeAt);
  const navigation = optional(listOf(routeAt), area.navigation, `${path}.area.navigation`) ?? [];
  const homepage = optional(routeAt, area.homepage, `${path}.area.homepage`);
  const twice = firstRepeated([...navigation, ...(homepage ? [homepage] : [])].map(({ navigateTo }) => navigateTo));
  if (twice !== undefined) throw new LayoutError(`${path}.area.navigation`, `uses navigateTo "${twice}" twice`);
  return {
    appTitle: optional(textAt, config.appTitle, `${path}.appTitle`) ?? '',
    stopNavigateOnAcceptTask: config.stopNavigateOnAcceptTask === true,
    header: optional(pageAt, area.header, `${path}.area.header`),
    advancedHeader: optional(nodes, area.advancedHeader, `${path}.area.advancedHeader`) ?? [],
    headless: optional(pageAt, area.headless, `${path}.area.headless`),
    panel: optional(nodeAt, area.panel, `${path}.area.panel`),
    persistent: optional(nodes, area.persistent, `${path}.area.persistent`) ?? [],
    homepage,
    navigation,
  };
}
