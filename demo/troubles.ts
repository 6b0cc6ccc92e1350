import type { Fault } from './emulator/faults.js';

/** Faults of the emulator, by the labels of the demo's switches. */
type Troubles = Readonly<Record<string, readonly Fault[]>>;

/** On until switched off. */
export const lasting: Troubles = {
  'History fails (500)': [{ route: 'events', status: 500 }],
  'Customer unknown (404)': [{ route: 'person', status: 404 }],
  'Profile fails (500)': [{ route: 'profile', status: 500 }],
  'Projects forbidden (403)': [{ route: 'workspace', status: 403 }],
  'Contact records forbidden (403)': [{ route: 'search', status: 403 }],
  'Streams refused (403)': [
    { route: 'event-stream', status: 403 },
    { route: 'profile-stream', status: 403 },
  ],
  'Streams silent': [{ stream: 'silent' }],
  'Messages repeated': [{ stream: 'duplicate' }],
  'Messages out of order': [{ stream: 'reorder' }],
  'Messages unreadable': [{ stream: 'malformed' }],
  'Signed out (401)': [{ status: 401 }, { stream: 'drop' }],
  'Forbidden (403)': [{ status: 403 }],
  'Too many requests (429)': [{ status: 429, retryAfter: 5 }],
  'Slow: three seconds': [{ delay: 3000 }],
  'Answers in random order': [{ delay: [0, 2000] }],
  Offline: [{ network: true }, { stream: 'drop' }],
};

/** These happen once, immediately. */
export const passing: Troubles = {
  'Drop the streams': [{ stream: 'drop' }],
  'Expire the token': [{ token: 'expired' }, { stream: 'drop' }],
};
