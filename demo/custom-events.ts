import type { CloudEvent } from './emulator/cloud-event';
import { aliasKindOf } from './tasks/life-cycle.js';

interface CustomEvent {
  readonly type: string;
  readonly source: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Events of a company's own systems, by the name in the demo's menu. */
export const customEvents: Readonly<Record<string, CustomEvent>> = {
  'Page view': {
    type: 'page:viewed',
    source: 'https://www.example.com',
    data: {
      Page: '[Cancel my plan](https://www.example.com/help/cancel)',
      'Time on page': '4 min',
      uiData: {
        title: 'Viewed “Cancel my plan”',
        subTitle: 'example.com/help/cancel',
        iconType: 'Page Visit',
        filterTags: ['web'],
      },
    },
  },
  'Survey, 2 of 5': {
    type: 'survey:answered',
    source: 'https://surveys.example.com',
    data: {
      Score: 2,
      Comment: 'I had to explain it three times.',
      uiData: { title: 'Survey: 2 of 5', subTitle: 'After the last chat', iconType: 'NPS', filterTags: ['survey'] },
    },
  },
  'Payment failed': {
    type: 'payment:failed',
    source: 'https://billing.example.com',
    data: {
      Amount: 49.9,
      Currency: 'USD',
      Retries: 0,
      Reason: 'Card expired',
      uiData: { title: 'Payment failed', subTitle: 'Card expired', iconType: 'Quote', filterTags: ['billing'] },
    },
  },
};

/** A custom event about a customer, as its publisher would send it at `now` (epoch milliseconds). */
export function customEventFor(name: string, identity: string, now: number, id: string): CloudEvent | undefined {
  const custom = customEvents[name];
  if (custom === undefined) return undefined;
  return {
    id,
    specversion: '1.0',
    time: new Date(now).toISOString(),
    identity,
    identitytype: aliasKindOf(identity),
    previousidentity: null,
    datacontenttype: 'application/json',
    ...custom,
  };
}
