import type { Grid, LayoutNode, LayoutPage } from './layout.js';
import { mount, type MountContext, type Mounted } from './mount.js';

const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: block; block-size: 100%; min-block-size: 0; color: var(--desk-text); }
  .grid { display: grid; block-size: 100%; gap: 8px; }
  .page { display: flex; flex-direction: column; block-size: 100%; gap: 12px; }
  .page > .grid { flex: 1; min-block-size: 0; }
  .cell { min-inline-size: 0; min-block-size: 0; overflow: auto; }
  .placeholder { display: grid; place-items: center; box-sizing: border-box; block-size: 100%; min-block-size: 48px;
    padding: 8px 12px; border: 1px dashed var(--desk-line); border-radius: 8px; color: var(--desk-quiet);
    font-size: 13px; text-align: center; overflow-wrap: anywhere; }
  h1 { margin: 0; font-size: 20px; font-weight: 600; }
`);

/** The outer of the two shadow roots around a widget. */
export function view({ element, stop }: Mounted): Mounted {
  const host = document.createElement('div');
  host.className = 'view';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styles];
  root.append(element);
  return { element: host, stop };
}

const shares = (parts: readonly number[]): string => parts.map((part) => `minmax(0, ${part}fr)`).join(' ');

interface Frame {
  readonly element: HTMLElement;
  add(mounted: Mounted, area: string): void;
}

function frame(columns: string, rows: string, areas?: string): Frame & { stop(): void } {
  const element = document.createElement('div');
  element.className = 'grid';
  element.style.gridTemplateColumns = columns;
  if (areas === undefined) element.style.gridAutoRows = rows;
  else element.style.gridTemplateRows = rows;
  if (areas !== undefined) element.style.gridTemplateAreas = areas;
  const stops: (() => void)[] = [];
  return {
    element,
    add(mounted, area) {
      const cell = document.createElement('div');
      cell.className = 'cell';
      cell.style.gridArea = area;
      cell.append(mounted.element);
      element.append(cell);
      stops.push(mounted.stop);
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}

function mountGrid(page: LayoutPage, grid: Grid, context: MountContext): Mounted {
  const cells = [...new Set(grid.areas.flat())];
  // Widget names may not be valid CSS identifiers, so each cell gets a name with its number.
  const idOf = (cell: string): string => `cell-${cells.indexOf(cell)}`;
  const areas = grid.areas.map((row) => `"${row.map(idOf).join(' ')}"`).join(' ');
  const made = frame(shares(grid.cols), shares(grid.rows), areas);
  for (const cell of cells) {
    const widget = page.widgets[cell];
    const inner = page.grids?.[cell];
    if (widget !== undefined) made.add(mount(widget, context), idOf(cell));
    else if (inner !== undefined) made.add(mountGrid(page, inner, context), idOf(cell));
  }
  return made;
}

function mountFlex(page: LayoutPage, context: MountContext): Mounted {
  const made = frame('repeat(12, minmax(0, 1fr))', '32px');
  for (const node of Object.values(page.widgets)) {
    made.add(mount(node, context), `span ${node.height ?? 8} / span ${node.width ?? 12}`);
  }
  return made;
}

const isNode = (node: LayoutNode | undefined): node is LayoutNode => node !== undefined;

/** A page of the navigation bar. */
export function mountPage(page: LayoutPage, context: MountContext): Mounted {
  const root = page.grids?.ROOT;
  const parts = [
    ...[page.header, page.subHeader].filter(isNode).map((node) => mount(node, context)),
    root === undefined ? mountFlex(page, context) : mountGrid(page, root, context),
  ];
  const element = document.createElement('div');
  element.className = 'page';
  element.append(...parts.map((part) => part.element));
  return view({ element, stop: () => parts.forEach(({ stop }) => stop()) });
}
