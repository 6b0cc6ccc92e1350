import type { IconName } from './icon.js';

/** Words a publisher may use for an icon, or in an event's type; whole words only, so "callback" is no call. */
const words: Readonly<Record<string, IconName>> = {
  activity: 'activity',
  agent: 'agent',
  call: 'phone',
  capture: 'recording',
  chat: 'chat',
  claim: 'document',
  document: 'document',
  email: 'email',
  invoice: 'document',
  location: 'location',
  login: 'sign-in',
  mail: 'email',
  message: 'chat',
  messenger: 'social',
  nps: 'star',
  order: 'order',
  page: 'globe',
  parcel: 'order',
  payment: 'payment',
  phone: 'phone',
  quote: 'document',
  recording: 'recording',
  shipment: 'order',
  sms: 'sms',
  social: 'social',
  survey: 'star',
  telephony: 'phone',
  video: 'video',
  voice: 'phone',
  web: 'globe',
  website: 'globe',
};

/** The icon a word or technical name asks for; `undefined` when it asks for none we have. */
export function iconNamed(name: string | undefined): IconName | undefined {
  const asked = name?.toLowerCase().split(/[^a-z]+/) ?? [];
  const known = asked.find((word) => Object.hasOwn(words, word));
  return known === undefined ? undefined : words[known];
}
