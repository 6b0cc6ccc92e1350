import { eventKey, type JourneyEvent } from '../../src/domain/event/event.js';

const start = Date.parse('2026-11-20T10:00:00Z');

/** An event `minute` minutes after ten o'clock. */
export function event(id: string, minute: number, parts: Partial<JourneyEvent> = {}): JourneyEvent {
  const read = {
    id,
    source: '/com/cisco/wxcc/1',
    type: 'task:new',
    time: start + minute * 60_000,
    timeFrom: 'event' as const,
    identity: '+14155550132',
    identityType: 'phone',
    data: {},
    raw: { id },
    readable: true,
    ...parts,
  };
  return { ...read, key: eventKey(read) };
}
