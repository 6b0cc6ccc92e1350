import { uiDataOf } from './ui-data.js';
import { textOf, type JourneyEvent } from './event.js';

/** How the customer and the company communicated; decides icon and colour. */
export type Channel =
  'voice' | 'chat' | 'email' | 'sms' | 'social' | 'video' | 'web' | 'work-item' | 'agent' | 'custom';

/** Names from real data, in lower case without separators. */
const channels: ReadonlyMap<string, Channel> = new Map(
  Object.entries<Channel>({
    telephony: 'voice',
    voice: 'voice',
    call: 'voice',
    phone: 'voice',
    mobile: 'voice',
    ivr: 'voice',
    chat: 'chat',
    webchat: 'chat',
    custommessaging: 'chat',
    email: 'email',
    sms: 'sms',
    whatsapp: 'social',
    facebook: 'social',
    messenger: 'social',
    facebookmessenger: 'social',
    apple: 'social',
    applemessages: 'social',
    google: 'social',
    googlemessages: 'social',
    social: 'social',
    socialchannel: 'social',
    video: 'video',
    web: 'web',
    website: 'web',
    pagevisit: 'web',
    workitem: 'work-item',
  }),
);

/** The channel of a word; `undefined` if the word is not known. */
export const channelNamed = (word: string | undefined): Channel | undefined =>
  word === undefined ? undefined : channels.get(word.toLowerCase().replace(/[^a-z]/g, ''));

/** Whether the contact-center connector sent the event, by its source. Some publishers imitate it. */
export const isContactCenterEvent = ({ source }: Pick<JourneyEvent, 'source'>): boolean => /wxcc/i.test(source);

/** The channel that the publisher or the contact names, else the one of the source, else `custom`. */
export function channelOf(event: JourneyEvent): Channel {
  const named = channelNamed(uiDataOf(event).channelTypeTag) ?? channelNamed(textOf(event.data, 'channelType'));
  if (named !== undefined) return named;
  if (event.type.startsWith('agent:')) return 'agent';
  if (isContactCenterEvent(event) && event.type.startsWith('task:'))
    return channelNamed(event.identityType) ?? 'custom';
  return channelNamed(event.source) ?? 'custom';
}
