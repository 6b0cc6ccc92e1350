import type { Node } from 'jsonc-parser';
import type { Changed, Step } from './change.js';
import { readDocument, type LayoutDocument } from './document.js';
import { applyEdits, item, member, put, styleOf, type Edit, type Part } from './edits.js';
import { pageMark, tabMark } from './marks.js';
import { ourTag, pageWith, panelWith, tabWith, type PageNames, type Wishes } from './our-nodes.js';
import { configsOf, isFlat, nodesOf, panelNodes, routeNodes, routesOf, type Config, type Role } from './places.js';
import { replaceCisco } from './replace.js';
import { isArray, isObject, textAt, valueOf } from './tree.js';

/** Where and how to add Wayline. */
export interface AddOptions extends Wishes {
  /** The roles to add it for; default: all roles of the layout. */
  readonly roles?: readonly Role[] | undefined;
  /** Also add a page to the navigation bar; default: off. */
  readonly page?: boolean | undefined;
  /** Do not add it to the panel; default: off. */
  readonly noPanel?: boolean | undefined;
  /** Replace Cisco's journey widget by Wayline; default: off. */
  readonly replaceCisco?: boolean | undefined;
  /** The position among the tabs of the panel; default: `first`, the tab that is open at the start. */
  readonly tab?: 'first' | 'last' | undefined;
}

interface Plan {
  readonly step: Step;
  readonly edit?: Edit;
  /** A new member of the area; all new members are added with one edit. */
  readonly part?: Part;
}

const isOurs = (node: Node): boolean => textAt(node, 'comp') === ourTag;

const freeName = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) {
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
  }
};

function pageNames({ area }: Config): PageNames {
  const routes = routesOf(area);
  const textsOf = (texts: readonly (string | undefined)[]): ReadonlySet<string> =>
    new Set(texts.filter((text) => text !== undefined));
  return {
    navigateTo: freeName('wayline-journey', textsOf(routes.map(({ nav }) => textAt(nav, 'navigateTo')))),
    id: freeName('wayline-journey-page', textsOf(routes.map(({ page }) => textAt(page, 'id')))),
  };
}

interface Plans {
  readonly steps: readonly Step[];
  readonly edits: readonly Edit[];
}

/** The edits for one role, and the steps to show. */
function planFor(document: LayoutDocument, config: Config, options: AddOptions): Plans {
  const { text, root, positionAt } = document;
  const style = styleOf(text, root);
  const { area } = config;

  const said = (place: Step['place'], did: Step['did'], at: Node, reason = ''): Step => ({
    role: config.role,
    place,
    did,
    position: positionAt(at.offset),
    reason,
  });
  const added = (place: Step['place'], at: Node, by: Omit<Plan, 'step'>): Plan => ({
    step: said(place, 'added', at),
    ...by,
  });
  const refused = (place: Step['place'], at: Node, reason: string): Plan => ({
    step: said(place, 'refused', at, reason),
  });

  function panel(): Plan {
    const there = panelNodes(config).find(isOurs);
    if (there !== undefined) return { step: said('panel', 'already', there) };
    if (!isObject(area)) return refused('panel', config.node, 'The layout has no "area" for a panel.');
    const node = valueOf(area, 'panel');
    if (node === undefined) {
      return added('panel', area, { part: member('panel', panelWith(options, tabMark('panel')), style) });
    }
    if (textAt(node, 'comp') !== 'md-tabs') {
      return refused('panel', node, 'The panel has no tabs ("md-tabs"). Put its content into a tab first.');
    }
    const children = valueOf(node, 'children');
    if (children === undefined) {
      const made = member('children', tabWith(options, tabMark('children')), style);
      return added('panel', node, { edit: put(text, node, [made], 'last', style) });
    }
    if (!isArray(children)) return refused('panel', children, 'The "children" of the panel must be a list.');
    const tabs = tabWith(options, tabMark()).map((value) => item(value, style));
    return added('panel', children, { edit: put(text, children, tabs, options.tab ?? 'first', style) });
  }

  function page(): Plan {
    const there = routeNodes(config).find(isOurs);
    if (there !== undefined) return { step: said('page', 'already', there) };
    if (!isObject(area)) return refused('page', config.node, 'The layout has no "area" for a page.');
    const navigation = valueOf(area, 'navigation');
    const route = (markText: string): object => pageWith(options, markText, pageNames(config));
    if (navigation === undefined) {
      return added('page', area, { part: member('navigation', [route(pageMark('navigation'))], style) });
    }
    if (!isArray(navigation)) return refused('page', navigation, '"navigation" must be a list.');
    const made = item(route(pageMark()), style);
    return added('page', navigation, { edit: put(text, navigation, [made], 'last', style) });
  }

  const plans = [...(options.noPanel === true ? [] : [panel()]), ...(options.page === true ? [page()] : [])];
  const parts = plans.flatMap(({ part }) => part ?? []);
  return {
    steps: plans.map(({ step }) => step),
    edits: [
      ...plans.flatMap(({ edit }) => edit ?? []),
      ...(isObject(area) && parts.length > 0 ? [put(text, area, parts, 'last', style)] : []),
    ],
  };
}

function missingRoles(document: LayoutDocument, wanted: readonly Role[]): readonly Step[] {
  const at = document.root;
  const there = configsOf(at).map(({ role }) => role);
  const reason = isFlat(at)
    ? 'This layout is the same for all roles. Do not name a role.'
    : 'The layout has no part for this role.';
  return wanted
    .filter((role) => !there.includes(role))
    .map((role) => ({ role, place: 'panel', did: 'refused', position: document.positionAt(at.offset), reason }));
}

/** A page can load one script per tag, so the script must be the same as in existing nodes. */
function otherScript(document: LayoutDocument, script: string): readonly Step[] {
  const other = configsOf(document.root)
    .flatMap(nodesOf)
    .filter(isOurs)
    .map((node) => valueOf(node, 'script'))
    .find((at) => at !== undefined && String(at.value).trim() !== script);
  if (other === undefined) return [];
  const position = document.positionAt(other.offset);
  const reason = 'Wayline is already there with another script. Use the same address, or remove Wayline first.';
  return [{ role: undefined, place: 'node', did: 'refused', position, reason }];
}

/** Adds Wayline where it is wanted and missing. The rest of the text stays unchanged. */
export function addTo(document: LayoutDocument, options: AddOptions): Changed {
  const unchanged = (steps: readonly Step[]): Changed => ({ text: document.text, steps });
  const barred = [...missingRoles(document, options.roles ?? []), ...otherScript(document, options.script)];
  if (barred.length > 0) return unchanged(barred);

  const replaced = options.replaceCisco === true ? replaceCisco(document, options) : unchanged([]);
  const between = replaced.text === document.text ? document : readDocument(replaced.text);
  const configs = configsOf(between.root).filter(
    ({ role }) => options.roles === undefined || role === undefined || options.roles.includes(role),
  );
  if (configs.length === 0) return unchanged([nothingThere(document)]);
  const plans = configs.map((config) => planFor(between, config, options));
  const steps = [...replaced.steps, ...plans.flatMap((plan) => plan.steps)];
  if (steps.some(({ did }) => did === 'refused')) return unchanged(steps);
  const edits = plans.flatMap((plan) => plan.edits);
  return { text: applyEdits(between.text, edits), steps };
}

const nothingThere = ({ root, positionAt }: LayoutDocument): Step => ({
  role: undefined,
  place: 'node',
  did: 'refused',
  position: positionAt(root.offset),
  reason: 'This is not a layout: it has no "area" and no part for a role.',
});
