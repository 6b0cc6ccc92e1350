import type { InteractionStart } from '../domain/interaction/interaction-record.js';
import type { JourneyEvent } from '../domain/event/event.js';
import { taskIdOfInteraction } from '../domain/interaction/interaction.js';
import { taskEventOf } from '../domain/interaction/task-events.js';

/** The maximum number of records that are read automatically, for the newest interactions. */
const mostAsked = 100;

/** How long after its end the record of an interaction may be incomplete. Milliseconds. */
export const recordSettleTime = 60_000;

/** An interaction whose record is due. `over`: it ended long enough ago that its record does not change any more. */
export interface DueRecord extends InteractionStart {
  readonly over: boolean;
}

/** The interactions of a journey, and which of their records were read. */
export interface RecordQueue {
  /** Takes new events and returns whether one of them ended an interaction. */
  note(events: readonly JourneyEvent[]): boolean;
  has(taskId: string): boolean;
  /** Makes the record of an interaction due, however old it is. Returns false if that changes nothing. */
  want(taskId: string): boolean;
  /** The records to read now: those asked for by `want`, then the newest. A record read before the end is due again. */
  due(now: number): readonly DueRecord[];
  answered(contacts: readonly DueRecord[]): void;
}

interface Contact {
  startedAt: number;
  endedAt: number;
  wanted: boolean;
  /** Whether it was over when its record was read; `undefined` if it was not read. */
  asked: boolean | undefined;
}

/** A queue without interactions. */
export function createContacts(): RecordQueue {
  const contacts = new Map<string, Contact>();

  return {
    note(events) {
      let ended = false;
      for (const event of events) {
        const { time, type } = event;
        const taskId = taskIdOfInteraction(event);
        if (taskId === undefined) continue;
        const contact = contacts.get(taskId) ?? { startedAt: time, endedAt: Infinity, wanted: false, asked: undefined };
        contacts.set(taskId, contact);
        contact.startedAt = Math.min(contact.startedAt, time);
        if (taskEventOf(type).ends === undefined) continue;
        contact.endedAt = time;
        ended = true;
      }
      return ended;
    },

    has: (taskId) => contacts.has(taskId),

    want(taskId) {
      const contact = contacts.get(taskId);
      if (contact === undefined || contact.asked !== undefined) return false;
      contact.wanted = true;
      return true;
    },

    due: (now) =>
      [...contacts]
        .sort(([, a], [, b]) => b.startedAt - a.startedAt)
        .filter(([, { wanted }], index) => wanted || index < mostAsked)
        .sort(([, a], [, b]) => Number(b.wanted) - Number(a.wanted))
        .flatMap(([taskId, { startedAt, endedAt, asked }]) => {
          const over = now - endedAt >= recordSettleTime;
          return asked === undefined || (over && !asked) ? [{ taskId, startedAt, over }] : [];
        }),

    answered(answers) {
      for (const { taskId, over } of answers) {
        const contact = contacts.get(taskId);
        if (contact !== undefined) contact.asked = over;
      }
    },
  };
}
