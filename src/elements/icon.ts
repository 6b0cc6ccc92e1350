import type { DirectiveResult } from 'lit/directive.js';
import { guard } from 'lit/directives/guard.js';
import Activity from 'lucide/dist/esm/icons/activity.mjs';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import CircleQuestionMark from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import ClipboardList from 'lucide/dist/esm/icons/clipboard-list.mjs';
import CreditCard from 'lucide/dist/esm/icons/credit-card.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import FileQuestionMark from 'lucide/dist/esm/icons/file-question-mark.mjs';
import FileText from 'lucide/dist/esm/icons/file-text.mjs';
import Globe from 'lucide/dist/esm/icons/globe.mjs';
import Headset from 'lucide/dist/esm/icons/headset.mjs';
import Info from 'lucide/dist/esm/icons/info.mjs';
import Keyboard from 'lucide/dist/esm/icons/keyboard.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import LogIn from 'lucide/dist/esm/icons/log-in.mjs';
import Mail from 'lucide/dist/esm/icons/mail.mjs';
import MapPin from 'lucide/dist/esm/icons/map-pin.mjs';
import MessageSquare from 'lucide/dist/esm/icons/message-square.mjs';
import MessagesSquare from 'lucide/dist/esm/icons/messages-square.mjs';
import Mic from 'lucide/dist/esm/icons/mic.mjs';
import Package from 'lucide/dist/esm/icons/package.mjs';
import Phone from 'lucide/dist/esm/icons/phone.mjs';
import PhoneIncoming from 'lucide/dist/esm/icons/phone-incoming.mjs';
import PhoneMissed from 'lucide/dist/esm/icons/phone-missed.mjs';
import PhoneOff from 'lucide/dist/esm/icons/phone-off.mjs';
import PhoneOutgoing from 'lucide/dist/esm/icons/phone-outgoing.mjs';
import RotateCw from 'lucide/dist/esm/icons/rotate-cw.mjs';
import Search from 'lucide/dist/esm/icons/search.mjs';
import Settings from 'lucide/dist/esm/icons/settings.mjs';
import SlidersHorizontal from 'lucide/dist/esm/icons/sliders-horizontal.mjs';
import Smartphone from 'lucide/dist/esm/icons/smartphone.mjs';
import Star from 'lucide/dist/esm/icons/star.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import Video from 'lucide/dist/esm/icons/video.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type { Shape } from './icon-library.js';

const icons = {
  activity: Activity,
  agent: Headset,
  alert: TriangleAlert,
  chat: MessageSquare,
  chevron: ChevronDown,
  document: FileText,
  email: Mail,
  filters: SlidersHorizontal,
  globe: Globe,
  hidden: EyeOff,
  info: Info,
  keyboard: Keyboard,
  location: MapPin,
  lock: Lock,
  order: Package,
  payment: CreditCard,
  phone: Phone,
  'phone-incoming': PhoneIncoming,
  'phone-missed': PhoneMissed,
  'phone-off': PhoneOff,
  'phone-outgoing': PhoneOutgoing,
  question: CircleQuestionMark,
  recording: Mic,
  refresh: RotateCw,
  remove: X,
  search: Search,
  settings: Settings,
  'sign-in': LogIn,
  sms: Smartphone,
  social: MessagesSquare,
  star: Star,
  task: ClipboardList,
  unreadable: FileQuestionMark,
  video: Video,
} as const;

export type IconName = keyof typeof icons;

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

const drawn = new Map<IconName | Shape, SVGElement>();

function draw(name: IconName | Shape): SVGElement {
  const svg = shape('svg', frame);
  const parts: Shape = typeof name === 'string' ? icons[name] : name;
  svg.append(...parts.map(([tag, attributes]) => shape(tag, attributes)));
  drawn.set(name, svg);
  return svg;
}

/**
 * The icon in the text's colour, for a template; silent for screen readers, as words stand beside it. Guarded, because a
 * node of its own on every render would be exchanged on every render.
 */
export const icon = (name: IconName | Shape): DirectiveResult =>
  guard([name], () => (drawn.get(name) ?? draw(name)).cloneNode(true));
