import type { Template, TemplateAttribute } from '../emulator/cloud-event';

const attribute = (displayName: string, more: Partial<TemplateAttribute>): TemplateAttribute => ({
  displayName,
  version: '0.1',
  event: 'task:new',
  metaDataType: 'string',
  metaData: 'origin',
  limit: 0,
  lookBackDurationType: 'days',
  lookBackPeriod: 365,
  aggregationMode: 'Count',
  verbose: false,
  widgetAttributes: { type: 'table' },
  ...more,
});

const contacts = [
  attribute('Contacts, last 10 days', { lookBackPeriod: 10 }),
  attribute('Contacts, last 24 hours', { lookBackDurationType: 'hours', lookBackPeriod: 24, verbose: 'true' }),
];

/** The newest value in events of a type. */
const latest = (displayName: string, event: string, metaData: string, metaDataType = 'string'): TemplateAttribute =>
  attribute(displayName, { event, metaData, metaDataType, aggregationMode: 'Value', limit: 1 });

/** The default template, changed by this company, and one with only the two attributes that the service's own has. */
export const templates: readonly Template[] = [
  {
    id: '65f0c0ffee0000000000a001',
    name: 'journey-default-template',
    attributes: [
      ...contacts,
      latest('Plan', 'subscription:changed', 'plan'),
      latest('Preferred channel', 'preference:set', 'channel'),
      latest('Customer since', 'subscription:changed', 'since'),
      latest('Lifetime value', 'subscription:changed', 'lifetimeValue', 'double'),
      latest('Open invoices', 'payment:taken', 'openInvoices', 'integer'),
      latest('Time zone', 'preference:set', 'timeZone'),
    ],
  },
  { id: '65f0c0ffee0000000000a002', name: 'Contacts only', attributes: contacts },
];
