import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { LitElement, ReactiveControllerHost } from 'lit';
import { iconNames } from '../../scripts/build/icon-names.js';
import { entryOfEvent, entryOfInteraction } from '../../src/domain/timeline/entry.js';
import type { JourneyEvent } from '../../src/domain/event/event.js';
import { readIconMap } from '../../src/domain/event/icon-map.js';
import { interactionFrom } from '../../src/domain/interaction/interaction.js';
import type { AnnounceEvent } from '../../src/elements/shared/events/announce-event.js';
import { describe as describeEntry } from '../../src/elements/entry/describe-entry.js';
import { icon } from '../../src/elements/shared/icons/icon.js';
import { iconColours } from '../../src/elements/shared/icons/icon-colours.js';
import { readIconLibrary, type Shape } from '../../src/elements/shared/icons/icon-library.js';
import { IconLoader } from '../../src/elements/shared/icons/icon-loader.js';
import { noIcons, type Icons } from '../../src/elements/shared/icons/icon-set.js';
import type { WaylineFields } from '../../src/elements/entry/wayline-fields.js';
import type { WaylineEntry } from '../../src/elements/entry/wayline-entry.js';
import { en } from '../support/english.js';
import '../support/whole-widget.js';
import { event } from '../support/events.js';
import { putOnGround } from '../support/ground.js';
import { button, deepAll, textIn } from '../support/shadow-text.js';
import { waitUntil } from '../support/wait-until.js';
import { displayOf } from '../support/display.js';

const setting = { messages: en, zone: 'UTC', locale: 'en-GB' };
const custom = (data: object, parts: Partial<JourneyEvent> = {}) =>
  event('c', 0, { source: 'shop', type: 'thing:done', data: { ...data }, raw: {}, ...parts });
const library = readIconLibrary({
  shapes: Object.fromEntries(Object.keys(iconNames).map((name) => [name, [['path', { d: name }]]])),
  names: Object.fromEntries(
    Object.entries(iconNames).flatMap(([shape, names]) => names.split(' ').map((name) => [name, shape])),
  ),
})!;
/** In the library of these tests a shape draws its own name. */
const drawn = (icon: string | Shape): string => (typeof icon === 'string' ? icon : `${icon[0]?.[1].d} of the library`);
const withIcons = (icons: Partial<Icons>): Icons => ({ ...noIcons, ...icons });

function lookOf(data: object, icons = noIcons, parts: Partial<JourneyEvent> = {}): string {
  const { icon, colour } = describeEntry(entryOfEvent(custom(data, parts)), { ...setting, icons });
  return [drawn(icon), colour].filter(Boolean).join(', ');
}

async function settled(element: Element): Promise<void> {
  for (const inner of ['wayline-entry', 'wayline-event', 'wayline-details', 'wayline-transcript']) {
    const all = [...(element.matches(inner) ? [element] : []), ...deepAll(element, inner)] as LitElement[];
    await Promise.all(all.map(({ updateComplete }) => updateComplete));
  }
}

async function shown(one: JourneyEvent, parts: Partial<WaylineEntry> = {}): Promise<WaylineEntry> {
  const element = await fixture<WaylineEntry>(
    html`<wayline-entry .entry=${entryOfEvent(one)} .display=${displayOf()}></wayline-entry>`,
  );
  Object.assign(element, parts);
  await settled(element);
  return element;
}

describe('an icon of the library', () => {
  it('is not kept after the last use: each widget reads its own shapes', async () => {
    const shape: Shape = [['path', { d: 'M0 0' }]];
    let asked = 0;
    const counted = new Proxy(shape, {
      get: (target, name) => {
        if (name === 'map') asked++;
        return Reflect.get(target, name) as unknown;
      },
    });
    for (const times of [1, 2]) {
      await fixture(html`<p>${icon(counted)}</p>`);
      expect(asked).to.equal(times);
    }
  });
});

describe('the icon of a custom event', () => {
  const keywords: readonly (readonly [iconType: string, look: string])[] = [
    ['Chat', 'chat, cobalt'],
    ['Messenger', 'social, cobalt'],
    ['Facebook', 'social'],
    ['Apple', 'social'],
    ['Activity', 'activity'],
    ['Email', 'email, violet'],
    ['SMS', 'sms, mint'],
    ['Telephony', 'phone, green'],
    ['Voice', 'phone, green'],
    ['Call', 'phone, green'],
    ['Phone', 'phone, green'],
    ['inbound-call', 'phone-incoming, green'],
    ['outbound-call', 'phone-outgoing, green'],
    ['wrapup', 'remove, red'],
    ['agent', 'agent, pink'],
    ['social', 'social, mint'],
    ['task', 'task, yellow'],
    ['Login', 'sign-in, gold'],
    ['Page Visit', 'globe'],
    ['Entered ZipCode', 'location, cyan'],
    ['Quote', 'document, cobalt'],
    ['NPS', 'star, red'],
    ['NPS 2', 'star, red'],
    ['Video', 'video, orange'],
    ['Initiated Walk In', 'video, orange'],
    ['IMI_Inbound', 'phone-incoming, green'],
    ['IMI_Outbound', 'phone-outgoing, darkmint'],
    ['Survey Response Collected', 'task, gold'],
    ['Identify', 'user of the library'],
    ['Trigger Sent to Server', 'send of the library'],
    ['multi events single day', 'calendar-days of the library'],
  ];
  for (const [iconType, look] of keywords) {
    it(`is ${look} for the incumbent's keyword "${iconType}", without a map`, () => {
      expect(lookOf({ uiData: { iconType } }, withIcons({ library }))).to.equal(look);
    });
  }

  it('takes the colour of the channel if the event has one', () => {
    expect(lookOf({ channelType: 'email', uiData: { iconType: 'NPS' } })).to.equal('star');
  });

  it('loads the library only for a name that is not built in', () => {
    let asked = 0;
    const icons = withIcons({ want: () => asked++ });
    lookOf({ uiData: { iconType: 'Quote' } }, icons);
    lookOf({}, icons);
    expect(asked).to.equal(0);
    expect(lookOf({ uiData: { iconType: 'camera_16' } }, icons)).to.equal('activity');
    expect(asked).to.equal(1);
  });

  const map = readIconMap({
    '.*': { name: 'nobody-has-this', color: 'purple' },
    quote: { name: 'spreadsheet_16', color: 'cobalt', iconSet: 'momentumUI' },
    '^sms$': { name: 'social-whatsapp-color', color: 'plaid', iconSet: 'momentumBrandVisuals' },
    'inbound-call': { name: 'icon-incoming-call-active_16', color: 'grey', iconSet: 'preferMomentumDesign' },
    agent: { name: 'headset-bold', color: 'black' },
  })!;
  const mapped: readonly (readonly [title: string, data: object, look: string])[] = [
    ['by the map', { uiData: { iconType: 'Quote' } }, 'file-spreadsheet of the library, cobalt'],
    ['by the channel, with an unknown colour', { channelType: 'sms', uiData: {} }, 'message-circle of the library'],
    [
      'the channel’s for an unknown icon, in the map’s colour',
      { channelType: 'email', uiData: { iconType: 'x' } },
      'email, purple',
    ],
  ];
  for (const [title, data, look] of mapped) {
    it(`is chosen ${title}`, () => expect(lookOf(data, withIcons({ library, map }))).to.equal(look));
  }

  it('is chosen by the map for agents and contacts too', () => {
    const icons = withIcons({ library, map });
    expect(lookOf({}, icons, { type: 'agent:login', source: 'wxcc' })).to.equal('headset of the library, black');
    const call = event('t', 0, {
      type: 'task:new',
      data: { taskId: 't', channelType: 'telephony', direction: 'INBOUND' },
    });
    const { icon, colour } = describeEntry(entryOfInteraction(interactionFrom([call], call.time)), {
      ...setting,
      icons,
    });
    expect([drawn(icon), colour]).to.deep.equal(['phone-incoming of the library', 'gray']);
  });

  it('is a built-in one until the library is loaded', () => {
    expect(lookOf({ uiData: { iconType: 'Quote' } }, withIcons({ map }))).to.equal('activity, cobalt');
    const inside = readIconMap({ x: { name: 'email-circle_16', color: 'red' } })!;
    expect(lookOf({ uiData: { iconType: 'x' } }, withIcons({ map: inside }))).to.equal('email, red');
  });

  it('is drawn from the library in the colour of the map', async () => {
    const element = await shown(custom({ uiData: { iconType: 'Quote' } }), { icons: withIcons({ library, map }) });
    const svg = element.shadowRoot!.querySelector('.item > svg')!;
    expect(svg.querySelector('path')!.getAttribute('d')).to.equal('file-spreadsheet');
    putOnGround(element, 'light');
    expect(getComputedStyle(svg).color).to.equal('rgb(37, 83, 199)');
  });
});

describe('the icon library', () => {
  const names: readonly (readonly [asked: string, shape: string | undefined])[] = [
    ['meeting-summary', 'notebook-text'],
    ['icon-meetings_16', 'notebook-text'],
    ['chat-bold', 'message-square'],
    ['Email-Circle-Filled', 'mail'],
    ['sms_28', 'message-square-text'],
    ['handset-regular', 'phone'],
    ['incoming-call-legacy-filled', 'phone-incoming'],
    ['outgoing-call', 'phone-outgoing'],
    ['headset_16', 'headset'],
    ['contact-group', 'users'],
    ['queue-contact', 'users'],
    ['sign-in', 'log-in'],
    ['mouse-cursor', 'mouse-pointer-click'],
    ['location_16', 'map-pin'],
    ['document', 'file-text'],
    ['spreadsheet', 'file-spreadsheet'],
    ['analysis', 'chart-column'],
    ['camera', 'camera'],
    ['report', 'clipboard-pen'],
    ['calendar-day', 'calendar'],
    ['social-fbmessenger-color', 'message-circle-more'],
    ['apple-business-chat-color', 'apple'],
    ['phone', 'phone'],
    ['shield-check', 'shield-check'],
    ['unheard-of', undefined],
    ['', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
  ];
  for (const [asked, shape] of names) {
    it(`has ${shape ?? 'nothing'} for "${asked}"`, () => {
      expect(library.shapeOf(asked)?.[0]?.[1].d).to.equal(shape);
      expect(library.shapeOf(asked)).to.equal(library.shapeOf(asked));
    });
  }

  it('has one shape per name', () => {
    const all = Object.values(iconNames).flatMap((names) => names.split(' '));
    expect(all.filter((name, index) => all.indexOf(name) !== index)).to.deep.equal([]);
  });

  it('draws nothing but shapes', () => {
    const hostile = readIconLibrary({
      shapes: {
        a: [
          ['script', { href: 'https://evil.example' }],
          ['path', { d: 'M0 0', onload: 'alert(1)', style: 'x', href: 'x', fill: 'none' }],
          'path',
          ['image', {}],
          null,
        ],
        b: 7,
        c: [],
      },
      names: {},
    })!;
    expect(['a', 'b', 'c'].map(hostile.shapeOf)).to.deep.equal([
      [['path', { d: 'M0 0', fill: 'none' }]],
      undefined,
      undefined,
    ]);
    expect([7, null, [], {}, { shapes: {} }].map(readIconLibrary)).to.deep.equal([1, 2, 3, 4, 5].map(() => undefined));
  });
});

describe('the colours of an icon map', () => {
  const channels = (hex: string): readonly number[] =>
    (hex.match(/[0-9a-f]{2}/gi) ?? []).map((two) => parseInt(two, 16));
  const luminance = (rgb: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = rgb
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: readonly number[], b: readonly number[]): number => {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  };
  for (const [name, hexes] of Object.entries(iconColours)) {
    it(`stand out from their own tint: ${name}`, () => {
      hexes.forEach((hex, index) => {
        const colour = channels(hex);
        const ground = channels(['#ffffff', '#1b1d20'][index]!);
        const tint = ground.map((value, at) => value * 0.86 + colour[at]! * 0.14);
        expect(contrast(colour, tint), hex).to.be.above(3);
        expect(contrast(colour, ground), hex).to.be.above(4.5);
      });
    });
  }
});

describe('the files of icons', () => {
  const files = {
    'https://a.example/map.json': { x: { name: 'camera', color: 'red' } },
    'https://a.example/icons.json': { shapes: { camera: [['path', { d: 'camera' }]] }, names: {} },
  };

  function controller(answers: Readonly<Record<string, unknown>> = files) {
    const asked: string[] = [];
    let updates = 0;
    const host = { requestUpdate: () => updates++ } as unknown as ReactiveControllerHost;
    const load = async (url: string) => {
      asked.push(url);
      if (answers[url] === undefined) throw new Error('not found');
      return answers[url];
    };
    return { icons: new IconLoader(host, load), asked, updates: () => updates };
  }
  const [map, icons] = Object.keys(files) as [string, string];

  it('are fetched with a map', async () => {
    const { icons: files, asked, updates } = controller();
    files.follow(map, icons);
    files.follow(map, icons);
    await aTimeout(0);
    expect([asked, updates()]).to.deep.equal([[map, icons], 2]);
    expect([files.icons.map?.find('x')?.name, files.icons.library?.shapeOf('camera')?.length]).to.deep.equal([
      'camera',
      1,
    ]);
  });

  it('are not fetched before anything asks for them, and then once', async () => {
    const { icons: files, asked } = controller();
    files.follow(undefined, icons);
    expect(asked).to.deep.equal([]);
    files.icons.want();
    files.icons.want();
    await aTimeout(0);
    expect(asked).to.deep.equal([icons]);
    expect(files.icons.library?.shapeOf('camera')).to.have.lengthOf(1);
  });

  it('are left out when they cannot be loaded', async () => {
    const { icons: files, updates } = controller({ [map]: [] });
    files.follow(map, icons);
    await aTimeout(0);
    expect([files.icons.map, files.icons.library, updates()]).to.deep.equal([undefined, undefined, 0]);
  });

  it('are replaced by the files of another map', async () => {
    const { icons: files } = controller();
    files.follow(map, icons);
    files.follow(undefined, icons);
    await aTimeout(0);
    expect([files.icons.map, files.icons.library?.shapeOf('camera')?.length]).to.deep.equal([undefined, 1]);
  });
});

describe('<wayline-details>', () => {
  const real = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  const clipboard = (value: unknown) => Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    if (real !== undefined) Object.defineProperty(navigator, 'clipboard', real);
    getSelection()?.removeAllRanges();
  });

  const details = (...rows: readonly (readonly [string, string])[]) =>
    fixture<WaylineFields>(
      html`<wayline-details .rows=${rows.map(([label, value]) => ({ label, value }))}></wayline-details>`,
    );
  const buttons = (element: Element) => deepAll<HTMLButtonElement>(element, '.copy');
  const told = (element: Element) => deepAll(element, '.told').map(({ textContent }) => textContent);

  async function copied(element: WaylineFields, row: number): Promise<string> {
    setTimeout(() => buttons(element)[row]!.click());
    const { words } = await oneEvent<AnnounceEvent>(element, 'wayline-announce');
    await element.updateComplete;
    return words(0);
  }

  it('copies a value unchanged and shows a note', async () => {
    const written: string[] = [];
    clipboard({ writeText: async (text: string) => void written.push(text) });
    const element = await details(['a', '1'], ['Order › b', ' [x](https://x.example) '], ['c', '']);
    expect(buttons(element).map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Copy a', 'Copy Order › b', 'Copy c']);
    expect(await copied(element, 1)).to.equal('Copied');
    expect([written, told(element)]).to.deep.equal([[' [x](https://x.example) '], ['Copied']]);
    expect(await copied(element, 2)).to.equal('Copied');
    expect([written.at(-1), told(element).length]).to.deep.equal(['', 1]);
  });

  for (const [how, value] of [
    ['absent', undefined],
    ['refused', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
  ] as const) {
    it(`selects the value where the clipboard is ${how}, and says so`, async () => {
      clipboard(value);
      const element = await details(['a', '1'], ['b', 'two words']);
      expect(await copied(element, 1)).to.equal('Selected. Copy it with the keyboard.');
      expect(told(element)).to.deep.equal(['Selected. Copy it with the keyboard.']);
      expect(getSelection()?.toString()).to.equal('two words');
    });
  }

  it('removes the note when the agent moves to another button', async () => {
    clipboard({ writeText: async () => undefined });
    const element = await details(['a', '1'], ['b', '2']);
    await copied(element, 0);
    buttons(element)[0]!.focus();
    buttons(element)[1]!.focus();
    await element.updateComplete;
    expect(told(element)).to.deep.equal([]);
  });

  it('keeps its buttons for the keyboard, large enough, and out of the way of values in any direction', async () => {
    const element = await details(['a', '1'], ['b', 'שלום'], ['c', 'long '.repeat(100)]);
    const boxes = buttons(element).map((one) => one.getBoundingClientRect());
    expect(boxes.every(({ width, height }) => width >= 24 && height >= 24)).to.equal(true);
    expect(new Set(boxes.map(({ right }) => right)).size).to.equal(1);
    const value = deepAll(element, 'bdi')[2]!.getBoundingClientRect();
    expect(value.right).to.be.at.most(boxes[2]!.left);
    buttons(element)[1]!.focus();
    expect(getComputedStyle(buttons(element)[1]!).opacity).to.equal('1');
    await expect(element).to.be.accessible();
  });
});

describe('a transcript in the details', () => {
  const said = custom({
    Transcript: 'Bot: Hello, [help](https://example.com/help)\nAnn: <b>Hi</b> [no](javascript:alert(1))',
  });
  const dialogs = (element: Element) => deepAll<HTMLDialogElement>(element, 'dialog');

  async function opened(): Promise<WaylineEntry> {
    const element = await shown(said, { open: true });
    const opener = button(element, 'Transcript')!;
    opener.focus();
    opener.click();
    await settled(element);
    return element;
  }

  it('opens in a modal dialog with its name as the label', async () => {
    const element = await shown(said, { open: true });
    expect(dialogs(element)).to.deep.equal([]);
    const open = await opened();
    const [dialog] = dialogs(open);
    expect(dialog!.matches(':modal')).to.equal(true);
    expect(deepAll(open, 'li').map((turn) => turn.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Bot Hello, help',
      'Ann <b>Hi</b> [no](javascript:alert(1))',
    ]);
    expect(deepAll<HTMLAnchorElement>(dialog!, 'a').map(({ href }) => href)).to.deep.equal([
      'https://example.com/help',
    ]);
    await expect(open).to.be.accessible();
  });

  it('gives the focus back when it is closed', async () => {
    const element = await opened();
    deepAll<HTMLButtonElement>(element, 'dialog .icon-button')[0]!.click();
    await waitUntil(() => dialogs(element).length === 0);
    const [inner] = deepAll<LitElement>(element, 'wayline-event');
    expect(inner!.shadowRoot!.activeElement === button(element, 'Transcript')).to.equal(true);
  });

  it('keeps its keys to itself', async () => {
    const element = await opened();
    let keys = 0;
    element.addEventListener('keydown', () => keys++);
    dialogs(element)[0]!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, composed: true }),
    );
    expect(keys).to.equal(0);
  });

  it('stays reachable as a field', async () => {
    expect(textIn(await shown(said, { open: true })))
      .to.contain('Transcript')
      .and.contain('Bot: Hello, help');
  });

  it('is offered only where there is one', async () => {
    expect(button(await shown(custom({ a: 1 }), { open: true }), 'Transcript')).to.equal(undefined);
  });
});

describe('the mood of a customer', () => {
  for (const [sentiment, words, tone] of [
    ['POSITIVE', 'Positive sentiment', 'ok'],
    ['negative', 'Negative sentiment', 'bad'],
    ['Neutral', 'Neutral sentiment', 'plain'],
  ] as const) {
    it(`${sentiment} is shown with an event and a contact`, async () => {
      const element = await shown(custom({ customerSentiment: sentiment }));
      const tags = deepAll(element, '.tag').map((tag) => [tag.textContent, tag.classList.contains(tone)]);
      expect(tags).to.deep.equal([[words, true]]);
      const call = event('t', 0, { type: 'task:new', data: { taskId: 't', customerSentiment: sentiment } });
      const entry = entryOfInteraction(interactionFrom([call], call.time));
      expect(describeEntry(entry, setting).mood).to.deep.equal({ text: words, tone });
    });
  }

  it('is not shown for an unknown value', async () => {
    expect(deepAll(await shown(custom({ customerSentiment: 'furious' })), '.tag')).to.deep.equal([]);
  });
});
