import type { Node } from 'jsonc-parser';
import { quoted, type Remark } from './finding.js';
import { isArray, isObject, itemsOf, lastMembersOf, textOf, valueOf } from './tree.js';

/** Grids of a page by their names; a plain one is `ROOT`. Empty on a page of flex layout. */
function gridsOf(page: Node): ReadonlyMap<string, Node> {
  const layout = valueOf(page, 'layout');
  if (valueOf(page, 'useFlexLayout')?.value === true || !isObject(layout)) return new Map();
  if (isArray(valueOf(layout, 'areas'))) return new Map([['ROOT', layout]]);
  return new Map(lastMembersOf(layout).map(({ key, value }) => [key, value]));
}

const cellsOf = (grid: Node | undefined): readonly Node[] => itemsOf(valueOf(grid, 'areas')).flatMap(itemsOf);

export interface GridRemarks {
  readonly cells: readonly Remark[];
  readonly cycles: readonly Remark[];
}

/** Cells that name nothing, widgets and grids that no cell names, and grids within themselves. */
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
