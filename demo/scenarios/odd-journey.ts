import type { CloudEvent } from '../emulator/cloud-event';
import { agentLeft, contact, day, hour, idFor } from './happenings.js';

/**
 * Unusual events as found in captured data. Each has a title that says what is unusual. `now` in epoch milliseconds.
 */
export function oddJourney(now: number, identity: string): readonly CloudEvent[] {
  const iso = (at: number): string => new Date(at).toISOString();
  const odd = (daysAgo: number, title: string, more: Partial<CloudEvent> = {}, data: object = {}): CloudEvent => ({
    id: idFor(title),
    specversion: '1.0',
    type: 'task:new',
    source: 'Website',
    time: iso(now - daysAgo * day),
    identity,
    identitytype: 'phone',
    datacontenttype: 'application/json',
    data: { uiData: { title, iconType: 'Page Visit' }, ...data },
    ...more,
  });
  const without = (name: string, { [name]: _, ...rest }: CloudEvent): CloudEvent => rest as CloudEvent;

  const taskId = idFor('odd call');
  const line = '+33199000100';
  const call = { taskId, at: now - 2 * day, identity, channelType: 'telephony', line, queue: 'Accueil' };
  const [start, connected, conferenceDone, end] = contact(call, [
    [0, 'new'],
    [40, 'connected'],
    [300, 'conference-done'],
    [420, 'ended', { ...agentLeft, reason: 'Agent Ended' }],
  ]) as [CloudEvent, CloudEvent, CloudEvent, CloudEvent];

  const twice = odd(9, 'Delivered twice');
  const camel = odd(12, 'Envelope in camel case');
  const untimed = contact({ ...call, taskId: idFor('odd text') }, [[0, 'new', { createdTime: String(now - 6 * day) }]]);
  const hidden = { uiData: { title: 'Hidden', hidden: true } };

  return [
    odd(30, 'The id is the word id', { id: 'id' }),
    odd(29, 'And so is this one', { id: 'id' }),
    odd(29, 'Same id and time, other type', { id: 'id', type: 'claim:filed' }),
    without('identitytype', {
      ...camel,
      specVersion: '1.0',
      identityType: 'phone',
      dataContentType: 'application/json',
    }),
    odd(11, 'Payload as JSON text', {
      datacontenttype: 'string',
      data: JSON.stringify({ amount: 0, uiData: { title: 'Payload as JSON text', filterTags: 'web' } }),
    }),
    odd(10, 'Payload cut off', { datacontenttype: 'string', data: '{"amount": 12, "uiData": {"title": "Payl' }),
    twice,
    twice,
    odd(8, 'Time in milliseconds, as text', { time: String(now - 8 * day) }),
    odd(7, 'Time with an offset', { time: iso(now - 7 * day + 2 * hour).replace('Z', '+02:00') }),
    ...untimed.map((event) => without('time', event)),
    without('time', odd(0, 'No time at all')),
    odd(5, 'A channel nobody knows', {}, { channelType: 'holo-call' }),
    odd(5, 'Nothing is lost', {}, { none: null, zero: 0, no: false, empty: '', nested: { deep: { er: [1, 'two'] } } }),
    odd(4, 'Hidden', {}, hidden),
    odd(4, 'Division Retail', {}, { uiData: { title: 'Only for division Retail', division: 'Retail' } }),
    odd(4, 'Division Business', {}, { uiData: { title: 'Only for division Business', division: 'business' } }),
    odd(
      3,
      'Links of all kinds',
      {},
      {
        page: 'See [the offer](https://www.example.com/offer), or [write](mailto:help@example.com).',
        danger: '[Do not click](javascript:alert(1))',
        bare: 'www.example.com/help',
      },
    ),
    odd(3, 'With a transcript', {}, { TRANSCRIPT: 'Bot: Bonjour, comment puis-je vous aider ?\nLucía: La facture.' }),
    { ...start, data: { ...(start.data as object), origin: '3+1*****1234' } },
    connected,
    { ...conferenceDone, type: 'conference-done', data: { taskId, origin: identity, destination: line } },
    end,
  ];
}
