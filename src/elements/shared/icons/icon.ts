import type { DirectiveResult } from 'lit/directive.js';
import { guard } from 'lit/directives/guard.js';
import Activity from 'lucide/dist/esm/icons/activity.mjs';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import CircleQuestionMark from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import ClipboardList from 'lucide/dist/esm/icons/clipboard-list.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import FileQuestionMark from 'lucide/dist/esm/icons/file-question-mark.mjs';
import Globe from 'lucide/dist/esm/icons/globe.mjs';
import Headset from 'lucide/dist/esm/icons/headset.mjs';
import Info from 'lucide/dist/esm/icons/info.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import LogIn from 'lucide/dist/esm/icons/log-in.mjs';
import Mail from 'lucide/dist/esm/icons/mail.mjs';
import MessageSquare from 'lucide/dist/esm/icons/message-square.mjs';
import MessagesSquare from 'lucide/dist/esm/icons/messages-square.mjs';
import Phone from 'lucide/dist/esm/icons/phone.mjs';
import PhoneMissed from 'lucide/dist/esm/icons/phone-missed.mjs';
import PhoneOff from 'lucide/dist/esm/icons/phone-off.mjs';
import PhoneOutgoing from 'lucide/dist/esm/icons/phone-outgoing.mjs';
import RotateCw from 'lucide/dist/esm/icons/rotate-cw.mjs';
import Search from 'lucide/dist/esm/icons/search.mjs';
import Settings from 'lucide/dist/esm/icons/settings.mjs';
import Smartphone from 'lucide/dist/esm/icons/smartphone.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import Video from 'lucide/dist/esm/icons/video.mjs';
import type { Shape } from './icon-library.js';
import type { deferredIcons } from './deferred-icons.js';

const firstIcons = {
  activity: Activity,
  agent: Headset,
  alert: TriangleAlert,
  chat: MessageSquare,
  chevron: ChevronDown,
  email: Mail,
  globe: Globe,
  hidden: EyeOff,
  info: Info,
  lock: Lock,
  phone: Phone,
  'phone-missed': PhoneMissed,
  'phone-off': PhoneOff,
  'phone-outgoing': PhoneOutgoing,
  question: CircleQuestionMark,
  refresh: RotateCw,
  search: Search,
  settings: Settings,
  'sign-in': LogIn,
  sms: Smartphone,
  social: MessagesSquare,
  task: ClipboardList,
  unreadable: FileQuestionMark,
  video: Video,
} as const;

/** Name of a built-in icon. Those of the deferred part are empty until it is loaded. */
export type IconName = keyof typeof firstIcons | keyof typeof deferredIcons;

let icons: Readonly<Partial<Record<IconName, Shape>>> = firstIcons;

/** Adds the icons of the deferred part. Until then, they are drawn empty. */
export const addIcons = (later: typeof deferredIcons): void => void (icons = { ...firstIcons, ...later });

const namespace = 'http://www.w3.org/2000/svg';

const frame = {
  class: 'icon',
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': 'true',
};

function shape(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Caches built-in icons only: each widget reads library shapes of its own, and a cache would never release them. */
const drawn = new Map<IconName | Shape, SVGElement>();

function draw(name: IconName | Shape): SVGElement {
  const svg = shape('svg', frame);
  const parts = (typeof name === 'string' ? icons[name] : name) ?? [];
  svg.append(...parts.map(([tag, attributes]) => shape(tag, attributes)));
  if (typeof name === 'string' && parts.length > 0) drawn.set(name, svg);
  return svg;
}

/**
 * An icon in the colour of the text, for a template. Hidden from screen readers, because there is text beside it.
 * `guard` keeps the node between renders.
 */
export const icon = (name: IconName | Shape): DirectiveResult =>
  guard([name, typeof name === 'string' && name in icons], () => (drawn.get(name) ?? draw(name)).cloneNode(true));
