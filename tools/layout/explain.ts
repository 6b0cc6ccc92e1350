import type { Node } from 'jsonc-parser';
import type { LayoutDocument } from './document.js';
import { quoted } from './finding.js';
import { markOf } from './marks.js';
import { ourTag } from './our-nodes.js';
import { attributeOf, configsOf, isFlat, nodesOf, routesOf, widgetsOf, withInner, type Config } from './places.js';
import { isCisco } from './replace.js';
import { itemsOf, membersOf, textAt, textOf, valueOf } from './tree.js';

const nameOf = (node: Node): string => {
  const comp = textAt(node, 'comp') ?? 'something without "comp"';
  return comp === 'slot' ? `the desktop's own ${attributeOf(node, 'name') ?? 'slot'}` : comp;
};

const shownWith = (node: Node): string => {
  const flag = textAt(node, 'visibility');
  return flag === undefined ? '' : `, only with ${flag}`;
};

/** The widgets that a node shows, without the boxes around them. */
const contentOf = (node: Node): string => {
  const plain = /^(div|span|md-.+|page-title)$/;
  const shown = withInner(node).filter((each) => !plain.test(textAt(each, 'comp') ?? 'div'));
  return shown.map(nameOf).join(', ') || nameOf(node);
};

const labelOf = (tab: Node): string => {
  const text = withInner(tab)
    .map((node) => textAt(node, 'textContent'))
    .find((each) => each !== undefined);
  return text === undefined ? contentOf(tab) : quoted(text);
};

function tabLines(list: readonly Node[]): readonly string[] {
  return list.flatMap((node, index) => {
    if (textAt(node, 'comp') !== 'md-tab') return [];
    const panel = list[index + 1];
    const content = panel === undefined ? 'nothing' : contentOf(panel);
    return [`  tab ${labelOf(node)}: ${content}${shownWith(node)}`];
  });
}

function panelLines(area: Node | undefined): readonly string[] {
  const panel = valueOf(area, 'panel');
  if (panel === undefined) return ['  no panel'];
  const tabs = tabLines(itemsOf(valueOf(panel, 'children')));
  return tabs.length === 0 ? [`  panel: ${contentOf(panel)}`] : tabs;
}

const routeLines = (area: Node | undefined): readonly string[] =>
  routesOf(area).map(({ node, nav, page }) => {
    const widgets = widgetsOf(page).map(contentOf).join(', ');
    const label = quoted(textAt(nav, 'label') ?? '');
    return `  page ${label} at ${textAt(nav, 'navigateTo') ?? '?'}: ${widgets}${shownWith(node)}`;
  });

/** The attributes of a node. Only used for Wayline's own nodes, which contain no secrets. */
const attributesOf = (node: Node): string =>
  membersOf(valueOf(node, 'attributes'))
    .filter(({ key }) => !key.startsWith('data-'))
    .map(({ key, value }) => `${key}=${quoted(textOf(value) ?? String(value.value))}`)
    .join(' ');

function journeyLines({ positionAt }: LayoutDocument, config: Config): readonly string[] {
  const ways: Readonly<Record<string, string>> = {
    tab: 'added by this tool',
    page: 'added by this tool',
    was: "replaces Cisco's widget",
  };
  return nodesOf(config).flatMap((node) => {
    const { line } = positionAt(node.offset);
    if (isCisco(node))
      return [`  Cisco's journey widget in line ${line}: "layout add --replace-cisco" replaces it with Wayline`];
    if (textAt(node, 'comp') !== ourTag) return [];
    const script = textAt(node, 'script')?.trim();
    const lines = [
      `  Wayline in line ${line}, ${ways[markOf(node)?.kind ?? ''] ?? 'added by hand'}`,
      `    script ${script ?? 'none. Load the script in another place'}`,
    ];
    const attributes = attributesOf(node);
    return attributes === '' ? lines : [...lines, `    ${attributes}`];
  });
}

function configLines(document: LayoutDocument, config: Config): readonly string[] {
  const { area, role } = config;
  const header = itemsOf(valueOf(area, 'advancedHeader')).map(contentOf);
  const headless = widgetsOf(valueOf(area, 'headless')).map(contentOf);
  const persistent = tabLines(itemsOf(valueOf(area, 'persistent')));
  const journey = journeyLines(document, config);
  return [
    role === undefined ? 'all roles' : role,
    ...(header.length > 0 ? [`  header: ${header.join(', ')}`] : []),
    ...(headless.length > 0 ? [`  invisible, on every page: ${headless.join(', ')}`] : []),
    ...panelLines(area),
    ...persistent.map((line) => `${line}, on every page`),
    ...routeLines(area),
    ...(journey.length > 0 ? journey : ['  no journey widget']),
  ];
}

/** Describes a layout in words, line by line. */
export function explainLayout(document: LayoutDocument): readonly string[] {
  const configs = configsOf(document.root);
  if (configs.length === 0) return ['This is not a layout: it has no "area" and no part for a role.'];
  const shape = isFlat(document.root) ? 'One layout for all roles.' : 'A part for each role.';
  return [shape, ...configs.flatMap((config) => ['', ...configLines(document, config)])];
}
