import fc from 'fast-check';

/** Random layouts as administrators and their editors may write them, including unusual ones. */

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Shape = Readonly<Record<string, Json>>;

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Members in any order; those that are `undefined` are left out. */
const shapeOf = (members: Readonly<Record<string, fc.Arbitrary<Json | undefined>>>): fc.Arbitrary<Shape> =>
  fc
    .tuple(fc.record(members), fc.shuffledSubarray(Object.keys(members), { minLength: Object.keys(members).length }))
    .map(([values, order]) =>
      Object.fromEntries(order.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]]))),
    );

const words = fc.constantFrom(
  'Journey',
  'Ärger',
  'a "b" \\ c',
  '旅',
  'tab\there',
  '👋',
  '',
  ' x ',
  '}]{[',
  '//',
  '__proto__',
);

const attributes = fc.dictionary(
  fc.constantFrom('class', 'limit', 'project-id', 'time-frame', 'name', '__proto__'),
  words,
  {
    maxKeys: 4,
  },
) as fc.Arbitrary<Shape>;

const properties = shapeOf({
  interactionData: maybe(fc.constant('$STORE.agentContact.taskSelected')),
  bearerToken: maybe(fc.constant('$STORE.auth.accessToken')),
  organizationId: maybe(fc.constant('$STORE.agent.orgId')),
  dataCenter: maybe(fc.constant('$STORE.app.datacenter')),
  more: maybe(fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>),
});

const ciscoNode = shapeOf({
  comp: fc.constant('customer-journey-widget'),
  script: maybe(fc.constantFrom('https://journey-widget.webex.com', ' https://cdn.example.com/a/b.js')),
  attributes: maybe(attributes),
  properties: maybe(properties),
  wrapper: maybe(fc.constant({ title: 'Cisco', maximizeAreaName: 'app-maximize-area' })),
});

const slotNode = (name: string): fc.Arbitrary<Shape> =>
  shapeOf({ comp: fc.constant('slot'), attributes: fc.constant({ name }), textContent: maybe(words) });

const otherNode = shapeOf({ comp: fc.constantFrom('div', 'acme-notes', 'span'), attributes: maybe(attributes) });

const widget = fc.oneof(otherNode, ciscoNode, slotNode('CUSTOMER_JOURNEY_WIDGET'));

const tabPair: fc.Arbitrary<Json[]> = fc
  .tuple(fc.oneof(otherNode, slotNode('CUSTOMER_JOURNEY_WIDGET_TAB')), widget)
  .map(([label, content]) => [
    { comp: 'md-tab', attributes: { slot: 'tab' }, children: [label] },
    { comp: 'md-tab-panel', attributes: { slot: 'panel' }, children: [content] },
  ]);

const panel = fc.oneof(
  {
    weight: 8,
    arbitrary: shapeOf({
      comp: fc.constant('md-tabs'),
      attributes: maybe(attributes),
      children: maybe(fc.array(tabPair, { maxLength: 3 }).map((pairs) => pairs.flat())),
    }),
  },
  { weight: 1, arbitrary: widget },
);

const route = fc.tuple(fc.constantFrom('a', 'b', 'wayline-journey'), widget).map(([name, main]): Shape => ({
  nav: { label: name, icon: 'x', iconType: 'other', navigateTo: name, align: 'top' },
  page: { id: `${name}-page`, widgets: { main }, layout: { areas: [['main']], size: { cols: [1], rows: [1] } } },
}));

const area = shapeOf({
  panel: maybe(panel),
  navigation: maybe(fc.array(route, { maxLength: 2 })),
  persistent: maybe(fc.array(tabPair, { maxLength: 1 }).map((pairs) => pairs.flat())),
  homepage: maybe(route),
});

const config = shapeOf({ version: maybe(fc.constant('0.1.0')), appTitle: maybe(words), area });

const layout: fc.Arbitrary<Json> = fc.oneof(
  config,
  shapeOf({ agent: config, supervisor: maybe(config), supervisorAgent: maybe(config), other: maybe(words) }),
);

/** The format of a text: the separators between its parts, and its letters. */
interface Hand {
  readonly lineEnd: string;
  readonly step: string;
  /** `even` as programs write, `dense` without spaces, `odd` with random spaces. */
  readonly way: 'even' | 'dense' | 'odd';
  readonly mark: string;
  readonly end: string;
  readonly seed: number;
}

const hand: fc.Arbitrary<Hand> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  step: fc.constantFrom('  ', '    ', '\t', '   ', ' ', '', '            '),
  way: fc.constantFrom('even', 'even', 'dense', 'odd'),
  mark: fc.constantFrom('', '', '\uFEFF'),
  end: fc.constantFrom('', '\n', '\r\n', ' \n\n\t'),
  seed: fc.nat(),
});

function randomFrom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function writtenBy({ lineEnd, step, way, mark, end, seed }: Hand, value: Json): string {
  const random = randomFrom(seed);
  const spaces = ['', '', '', ' ', '  ', '\t', lineEnd, `${lineEnd}${lineEnd}  `, ` ${lineEnd}\t`];
  const space = (even: string): string =>
    way === 'dense' ? '' : way === 'even' ? even : (spaces[random(spaces.length)] ?? '');
  const letters = (text: string): string =>
    [
      ...JSON.stringify(text)
        .slice(1, -1)
        .matchAll(/\\.|[^\\]/gs),
    ]
      .map(([letter]) => {
        if (letter.startsWith('\\') || random(12) > 0) return letter;
        if (letter === '/') return '\\/';
        return [...Array(letter.length).keys()]
          .map((at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join('');
      })
      .join('');
  const text = (each: string): string => `"${letters(each)}"`;
  const write = (each: Json, depth: number): string => {
    if (typeof each === 'string') return text(each);
    if (typeof each !== 'object' || each === null) return JSON.stringify(each);
    const inner = lineEnd + step.repeat(depth + 1);
    const outer = lineEnd + step.repeat(depth);
    const isList = Array.isArray(each);
    const pair = (key: string, member: Json): string =>
      `${text(key)}${space('')}:${space(' ')}${write(member, depth + 1)}`;
    const parts = isList
      ? (each as readonly Json[]).map((member) => write(member, depth + 1))
      : Object.entries(each).flatMap(([key, member]) =>
          // Of a duplicate key, the last one counts.
          random(40) === 0 ? [pair(key, null), pair(key, member)] : [pair(key, member)],
        );
    const [open, close] = isList ? '[]' : '{}';
    if (parts.length === 0) return `${open}${random(3) === 0 ? space(' ') : ''}${close}`;
    // Prettier puts short parts into one line, and opens a list together with its first object.
    const hugged = way === 'even' && random(4) === 0;
    const first = hugged ? '' : space(inner);
    const between = parts.map((part, at) => (at === 0 ? part : `${space('')},${hugged ? ' ' : space(inner)}${part}`));
    return `${open}${first}${between.join('')}${hugged ? '' : space(outer)}${close}`;
  };
  return `${mark}${write(value, 0)}${end}`;
}

/** The texts of layouts. */
export const layoutTexts: fc.Arbitrary<string> = fc.tuple(hand, layout).map(([by, value]) => writtenBy(by, value));
