import Lock from 'lucide/dist/esm/icons/lock.mjs';
import LogIn from 'lucide/dist/esm/icons/log-in.mjs';
import Settings from 'lucide/dist/esm/icons/settings.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import Unplug from 'lucide/dist/esm/icons/unplug.mjs';
import User from 'lucide/dist/esm/icons/user.mjs';
import { wordsFor, type GuestState } from './guest-words.js';

const icons: Readonly<Record<GuestState, typeof User>> = {
  connecting: User,
  'signing-in': LogIn,
  'no-customer': User,
  'no-token': LogIn,
  'not-framed': Settings,
  sandboxed: Lock,
  'config-missing': Settings,
  'config-broken': Settings,
  'host-refused': Lock,
  silent: Unplug,
  closed: Unplug,
  'page-broken': TriangleAlert,
  'adapter-failed': Unplug,
  'adapter-says': Unplug,
};

/** States that need no action. */
const calm: readonly GuestState[] = ['connecting', 'signing-in', 'no-customer'];

/** The message that the page shows instead of a journey. */
export interface GuestView {
  /**
   *
   *
   * @param detail an origin, an entry or a name; for states without a text of their own, the whole message
   * @param retry adds a button to try again
   */
  say(state: GuestState, detail?: string, retry?: () => void): void;
  /** Removes the message, because a journey is shown. */
  hide(): void;
  /** Sets the language; default: the browser's. */
  speak(locale: string | undefined): void;
  /** Its height in CSS pixels; `undefined` while it is hidden. */
  readonly height: number | undefined;
}

/** Creates the view in `main`. Does not use the widget, because the widget itself might be missing. */
export function createGuestView(main: HTMLElement): GuestView {
  let spoken = wordsFor(undefined);
  let said: Parameters<GuestView['say']> | undefined;

  function draw(): void {
    const { lang, dir } = { lang: spoken.language, dir: spoken.direction };
    Object.assign(document.documentElement, { lang, dir });
    main.hidden = said === undefined;
    main.replaceChildren();
    if (said === undefined) return;
    const [state, detail = '', retry] = said;
    const { title, text, next } = spoken.words.states[state];
    const badge = element('span', calm.includes(state) ? 'badge' : 'badge problem', iconOf(icons[state]));
    main.append(badge, element('h1', '', title), element('p', '', ...(text === '' ? [detail] : filled(text, detail))));
    if (next !== '') main.append(element('p', 'next', next));
    if (retry === undefined) return;
    const button = element('button', '', spoken.words.tryAgain);
    button.type = 'button';
    button.onclick = retry;
    main.append(button);
  }

  return {
    say(...words) {
      said = words;
      main.className = words[0];
      draw();
    },
    hide() {
      said = undefined;
      draw();
    },
    speak(locale) {
      spoken = wordsFor(locale);
      draw();
    },
    get height() {
      return said && main.scrollHeight;
    },
  };
}

function element<N extends 'button' | 'code' | 'h1' | 'p' | 'span'>(
  name: N,
  className: string,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[N] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

/** Inserts external text as a `<code>` element with its own text direction. */
function filled(text: string, detail: string): readonly (string | Node)[] {
  const [before = '', after] = text.split('{detail}');
  if (after === undefined) return [text];
  const code = element('code', '', detail);
  code.dir = 'ltr';
  return [before, code, after];
}

const namespace = 'http://www.w3.org/2000/svg';

function iconOf(shapes: typeof User): SVGElement {
  const shape = (tag: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const made = document.createElementNS(namespace, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const svg = shape('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  svg.append(...shapes.map(([tag, attributes]) => shape(tag, attributes)));
  return svg;
}
