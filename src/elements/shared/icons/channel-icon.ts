import type { Channel } from '../../../domain/event/channel.js';
import type { IconName } from './icon.js';

/** The default icon of each channel. */
export const channelIcon: Readonly<Record<Channel, IconName>> = {
  voice: 'phone',
  chat: 'chat',
  email: 'email',
  sms: 'sms',
  social: 'social',
  video: 'video',
  web: 'globe',
  'work-item': 'task',
  agent: 'agent',
  custom: 'activity',
};
