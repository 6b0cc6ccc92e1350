import type { Node } from 'jsonc-parser';
import { quoted, type Remark } from './finding.js';
import { isArray, isObject, itemsOf, lastMembersOf, textOf, valueOf } from './tree.js';

/** The grids of a page by name; a single grid without a name is `ROOT`. Empty for a page with flex layout. */
function gridsOf(page: Node): ReadonlyMap<string, Node> {
  const layout = valueOf(page, 'layout');
  if (valueOf(page, 'useFlexLayout')?.value === true || !isObject(layout)) return new Map();
  if (isArray(valueOf(layout, 'areas'))) return new Map([['ROOT', layout]]);
  return new Map(lastMembersOf(layout).map(({ key, value }) => [key, value]));
}

const cellsOf = (grid: Node | undefined): readonly Node[] => itemsOf(valueOf(grid, 'areas')).flatMap(itemsOf);

/** The findings of the two rules about grids. */
export interface GridRemarks {
  readonly cells: readonly Remark[];
  readonly cycles: readonly Remark[];
}

/** Finds cells without a widget, widgets without a cell, and grids that contain themselves. */
export function gridRemarks(page: Node): GridRemarks {
  const grids = gridsOf(page);
  const widgets = new Map(lastMembersOf(valueOf(page, 'widgets')).map(({ key, property }) => [key, property]));
  if (grids.size === 0) return { cells: [], cycles: [] };
  const cells: Remark[] = [];
  const cycles: Remark[] = [];
  const placed = new Set<string>();
  const done = new Set<string>();

  const visit = (name: string, outer: readonly string[]): void => {
    if (done.has(name)) return;
    done.add(name);
    for (const cell of cellsOf(grids.get(name))) {
      const text = textOf(cell);
      if (text === undefined || (placed.has(text) && !grids.has(text))) continue;
      placed.add(text);
      if (widgets.has(text)) continue;
      if (!grids.has(text)) {
        cells.push({
          at: cell,
          what: `There is no widget ${quoted(text)} on this page.`,
          fix: 'Use a name from "widgets".',
        });
      } else if (text === name || outer.includes(text)) {
        cycles.push({
          at: cell,
          what: `The grid ${quoted(text)} contains itself.`,
          fix: 'Use another grid or a widget.',
        });
      } else visit(text, [...outer, name]);
    }
  };
  visit('ROOT', []);

  for (const [name, at] of widgets) {
    if (placed.has(name)) continue;
    cells.push({ at, what: `The widget ${quoted(name)} has no cell.`, fix: 'Add it to "areas", or remove it.' });
  }
  return { cells, cycles };
}
