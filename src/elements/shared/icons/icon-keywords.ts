import type { IconName } from './icon.js';

/** A built-in icon, and the colour Cisco's widget used for this keyword; `undefined` for a colour of the channel. */
export interface KeywordIcon {
  readonly icon: IconName;
  readonly colour: string | undefined;
}

/** Words that publishers use for icons or in event types. Only whole words match, so "callback" is not a call. */
const words: Readonly<Record<string, IconName | `${IconName} ${string}`>> = {
  'imi-inbound': 'phone-incoming green',
  'imi-outbound': 'phone-outgoing darkmint',
  'inbound-call': 'phone-incoming green',
  'outbound-call': 'phone-outgoing green',
  'survey-response-collected': 'task gold',
  activity: 'activity',
  agent: 'agent pink',
  apple: 'social',
  call: 'phone green',
  capture: 'recording',
  chat: 'chat cobalt',
  claim: 'document',
  document: 'document',
  email: 'email violet',
  facebook: 'social',
  generic: 'activity',
  invoice: 'document',
  location: 'location',
  login: 'sign-in gold',
  mail: 'email violet',
  message: 'chat',
  messenger: 'social cobalt',
  nps: 'star red',
  order: 'order',
  page: 'globe',
  parcel: 'order',
  payment: 'payment',
  phone: 'phone green',
  quote: 'document cobalt',
  recording: 'recording',
  shipment: 'order',
  sms: 'sms mint',
  social: 'social mint',
  survey: 'star gold',
  task: 'task yellow',
  telephony: 'phone green',
  video: 'video orange',
  voice: 'phone green',
  walk: 'video orange',
  web: 'globe',
  website: 'globe',
  wrapup: 'remove red',
  zipcode: 'location cyan',
};

/** The built-in icon for a keyword or technical name; `undefined` when there is none. */
export function iconForKeyword(name: string | undefined): KeywordIcon | undefined {
  const asked =
    name
      ?.slice(0, 100)
      .toLowerCase()
      .split(/[^a-z]+/) ?? [];
  const known = [asked.join('-'), ...asked].find((word) => Object.hasOwn(words, word));
  const [icon, colour] = (known === undefined ? '' : (words[known] ?? '')).split(' ');
  return icon ? { icon: icon as IconName, colour } : undefined;
}
