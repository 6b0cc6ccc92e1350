import type { InteractionStart } from '../domain/interaction/interaction-record.js';
import type { JourneyEvent } from '../domain/event/event.js';
import { taskIdOfInteraction } from '../domain/interaction/interaction.js';
import { taskEventOf } from '../domain/interaction/task-events.js';

/** So many contacts are asked for by themselves, the newest ones. */
const mostAsked = 100;

/** How long after its end the record of a contact may still be incomplete. Milliseconds. */
export const recordSettleTime = 60_000;

/** A contact whose record is to be asked for; `over`: it will not change any more. */
export interface DueRecord extends InteractionStart {
  readonly over: boolean;
}

/** The contacts of a journey, and whose records are known. */
export interface RecordQueue {
  /** Whether one of these events ended a contact. */
  note(events: readonly JourneyEvent[]): boolean;
  has(taskId: string): boolean;
  /** Makes a contact due however old it is; false where that changes nothing. */
  want(taskId: string): boolean;
  /** Whose records are to be asked for now: what was wanted, then the newest. One that went on then is due once more. */
  due(now: number): readonly DueRecord[];
  answered(contacts: readonly DueRecord[]): void;
}

interface Contact {
  startedAt: number;
  endedAt: number;
  wanted: boolean;
  /** Whether it was over when its record was asked for. */
  asked: boolean | undefined;
}

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
