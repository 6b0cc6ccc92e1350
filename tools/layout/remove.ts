import type { Node } from 'jsonc-parser';
import type { Changed, Step } from './change.js';
import { readDocument, type LayoutDocument } from './document.js';
import { applyEdits, taken, type Edit } from './edits.js';
import { markOf } from './marks.js';
import { ourTag } from './our-nodes.js';
import { configsOf, nodesOf, widgetsOf, withInner, type Config } from './places.js';
import { restoreCisco } from './replace.js';
import { itemsOf, memberOf, textAt, valueOf } from './tree.js';

/** What to remove. */
export interface RemoveOptions {
  /** Also remove nodes that were added by hand; default: off. */
  readonly all?: boolean | undefined;
}

const isOurs = (node: Node | undefined): node is Node => node !== undefined && textAt(node, 'comp') === ourTag;

const only = (nodes: readonly Node[]): Node | undefined => (nodes.length === 1 ? nodes[0] : undefined);

/** The part of a list that was added with one of our nodes: a tab with its panel, or a page. */
interface Added {
  readonly widget: Node;
  readonly gone: readonly Node[];
  readonly place: 'panel' | 'page';
}

function addedTabs(list: readonly Node[], all: boolean): readonly Added[] {
  return list.flatMap((panel, index): Added[] => {
    const tab = list[index - 1];
    const widget = only(itemsOf(valueOf(panel, 'children')));
    const kind = markOf(widget)?.kind;
    if (!isOurs(widget) || tab === undefined || textAt(tab, 'comp') !== 'md-tab') return [];
    if (kind !== 'tab' && !(all && kind === undefined)) return [];
    return [{ widget, gone: [tab, panel], place: 'panel' }];
  });
}

function addedPages(list: readonly Node[], all: boolean): readonly Added[] {
  return list.flatMap((route): Added[] => {
    const widget = only(widgetsOf(valueOf(route, 'page')));
    const kind = markOf(widget)?.kind;
    if (!isOurs(widget) || (kind !== 'page' && !(all && kind === undefined))) return [];
    return [{ widget, gone: [route], place: 'page' }];
  });
}

interface Plan {
  readonly edits: readonly Edit[];
  readonly steps: readonly Step[];
}

/** Removes the added parts of a list, and the containers that were created for them if they are empty then. */
function planFor(document: LayoutDocument, config: Config, all: boolean): Plan {
  const { text, positionAt } = document;
  const { area, role } = config;
  const panel = valueOf(area, 'panel');
  const children = valueOf(panel, 'children');
  const navigation = valueOf(area, 'navigation');
  const tabs = addedTabs(itemsOf(children), all);
  const pages = addedPages(itemsOf(navigation), all);

  const goneOfArea = new Set<Node>();
  const edits: Edit[] = [];
  const empty = (list: Node | undefined, added: readonly Added[]): boolean =>
    added.length > 0 && added.flatMap(({ gone }) => gone).length === itemsOf(list).length;
  const made = (added: readonly Added[]): readonly string[] =>
    added.flatMap(({ widget }) => markOf(widget)?.made ?? []);
  const take = (list: Node | undefined, added: readonly Added[]): void => {
    if (list !== undefined) edits.push(...taken(text, list, new Set(added.flatMap(({ gone }) => gone))));
  };
  const drop = (gone: Set<Node>, holder: Node | undefined, key: string): void => {
    const there = memberOf(holder, key);
    if (there !== undefined) gone.add(there.property);
  };

  if (empty(children, tabs) && made(tabs).includes('panel')) drop(goneOfArea, area, 'panel');
  else if (empty(children, tabs) && made(tabs).includes('children') && panel !== undefined) {
    const goneOfPanel = new Set<Node>();
    drop(goneOfPanel, panel, 'children');
    edits.push(...taken(text, panel, goneOfPanel));
  } else take(children, tabs);

  if (empty(navigation, pages) && made(pages).includes('navigation')) drop(goneOfArea, area, 'navigation');
  else take(navigation, pages);

  if (area !== undefined) edits.push(...taken(text, area, goneOfArea));
  const gone = new Set([...tabs, ...pages].flatMap((each) => each.gone).flatMap(withInner));
  const widgets = new Set([...tabs, ...pages].map(({ widget }) => widget));
  const left = nodesOf(config).filter(
    (node) => isOurs(node) && !gone.has(node) && !widgets.has(node) && markOf(node)?.kind !== 'was',
  );
  return {
    edits,
    steps: [
      ...[...tabs, ...pages].map(({ widget, place }): Step => ({
        role,
        place,
        did: 'removed',
        position: positionAt(widget.offset),
        reason: '',
      })),
      ...left.map((node): Step => ({
        role,
        place: 'node',
        did: 'left',
        position: positionAt(node.offset),
        reason:
          markOf(node) === undefined && !all
            ? 'It was added by hand.'
            : 'It is inside another element. Remove it by hand.',
      })),
    ],
  };
}

/** The reverse of `addTo`: removes what it added and restores Cisco's widgets. */
export function removeFrom(document: LayoutDocument, { all = false }: RemoveOptions = {}): Changed {
  const plans = configsOf(document.root).map((config) => planFor(document, config, all));
  const without = applyEdits(
    document.text,
    plans.flatMap(({ edits }) => edits),
  );
  const between = without === document.text ? document : readDocument(without);
  const restored = restoreCisco(between);
  return { text: restored.text, steps: [...plans.flatMap(({ steps }) => steps), ...restored.steps] };
}
