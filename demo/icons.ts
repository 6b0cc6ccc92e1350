import Briefcase from 'lucide/dist/esm/icons/briefcase-business.mjs';
import ChartColumn from 'lucide/dist/esm/icons/chart-column.mjs';
import Circle from 'lucide/dist/esm/icons/circle.mjs';
import AudioLines from 'lucide/dist/esm/icons/audio-lines.mjs';
import History from 'lucide/dist/esm/icons/rotate-ccw-clock.mjs';
import House from 'lucide/dist/esm/icons/house.mjs';
import Mail from 'lucide/dist/esm/icons/mail.mjs';
import MessageCircle from 'lucide/dist/esm/icons/message-circle.mjs';
import MessageSquare from 'lucide/dist/esm/icons/message-square.mjs';
import PhoneIncoming from 'lucide/dist/esm/icons/phone-incoming.mjs';
import PhoneOutgoing from 'lucide/dist/esm/icons/phone-outgoing.mjs';
import Headset from 'lucide/dist/esm/icons/headset.mjs';
import Smartphone from 'lucide/dist/esm/icons/smartphone.mjs';
import Users from 'lucide/dist/esm/icons/users.mjs';

/** By the name that layouts and sample tasks use. */
const icons: Readonly<Record<string, typeof Circle>> = {
  home: House,
  recents: History,
  team: Users,
  waveform: AudioLines,
  analysis: ChartColumn,
  desktop: Headset,
  'inbound-call': PhoneIncoming,
  'outbound-call': PhoneOutgoing,
  email: Mail,
  chat: MessageSquare,
  sms: Smartphone,
  social: MessageCircle,
  'work-item': Briefcase,
};

const svg = 'http://www.w3.org/2000/svg';

/** A drawing of 18 by 18 pixels in the text color; a circle for an unknown name. */
export function iconNamed(name: string): SVGElement {
  const key = name.replace(/^icon-/, '').replace(/_\d+$/, '');
  const drawing = document.createElementNS(svg, 'svg');
  const look = {
    viewBox: '0 0 24 24',
    width: '18',
    height: '18',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
  };
  for (const [attribute, value] of Object.entries({ ...look, 'stroke-linecap': 'round', 'aria-hidden': 'true' })) {
    drawing.setAttribute(attribute, value);
  }
  for (const [tag, attributes] of icons[key] ?? Circle) {
    const part = document.createElementNS(svg, tag);
    for (const [attribute, value] of Object.entries(attributes)) part.setAttribute(attribute, value);
    drawing.append(part);
  }
  return drawing;
}
