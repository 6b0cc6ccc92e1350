import type { Fault } from './emulator/faults.js';

/** What can go wrong with the emulated journey service, by the words on the demo's switch. */
export const troubles: Readonly<Record<string, readonly Fault[]>> = {
  'History fails (500)': [{ route: 'events', status: 500 }],
  'Customer unknown (404)': [{ route: 'person', status: 404 }],
  'Profile fails (500)': [{ route: 'profile', status: 500 }],
  'No right to list projects (403)': [{ route: 'workspace', status: 403 }],
  'Stream refused (403)': [
    { route: 'event-stream', status: 403 },
    { route: 'profile-stream', status: 403 },
  ],
  'Stream dropped, once': [{ stream: 'drop' }],
  'Stream silent': [{ stream: 'silent' }],
  'Messages repeated': [{ stream: 'duplicate' }],
  'Messages out of order': [{ stream: 'reorder' }],
  'Messages unreadable': [{ stream: 'malformed' }],
  'Token expired (401)': [{ token: 'expired' }],
  'Signed out (401)': [{ status: 401 }],
  'Forbidden (403)': [{ status: 403 }],
  'Too many requests (429)': [{ status: 429, retryAfter: 5 }],
  'Slow, three seconds': [{ delay: 3000 }],
  'Answers in random order': [{ delay: [0, 2000] }],
  Offline: [{ network: true }, { stream: 'drop' }],
};
