import { uiDataOf } from '../event/ui-data.js';
import { entryOfEvent, entryOfInteraction, type Entry } from './entry.js';
import type { JourneyEvent } from '../event/event.js';
import { contactOf, interactionFrom, type Interaction } from '../interaction/interaction.js';
import { isLasting } from '../interaction/leg.js';

/** What became of an entry; a new one has no `before`. */
export interface Change {
  readonly before: Entry | undefined;
  readonly after: Entry;
}

/** Makes entries of events: those of one task are one entry, all others are one each. */
export interface Grouping {
  /** Takes events, each once, in any order; those that their publisher hides are left out. `now` in epoch milliseconds. */
  add(events: readonly JourneyEvent[], now: number): readonly Change[];
  /** Which contact the agent is in, if any: it goes on however silent it is. */
  attend(taskId: string | undefined, now: number): readonly Change[];
  /** A contact that has been silent for too long is not called ongoing any more, nor is the work after it. */
  age(now: number): readonly Change[];
}

/** Whether a contact, or the work after it, goes on as far as is known: it may change without another event. */
const lasts = ({ outcome, legs }: Interaction): boolean => outcome === 'ongoing' || isLasting(legs);

export function createGrouping(): Grouping {
  const contacts = new Map<string, { readonly events: JourneyEvent[]; entry: Entry | undefined }>();
  const lasting = new Set<string>();
  let attended: string | undefined;

  /** The contact as its events tell it now. */
  const renew = (taskId: string, now: number): readonly Change[] => {
    const contact = contacts.get(taskId);
    if (contact === undefined) return [];
    const interaction = interactionFrom(contact.events, now, taskId === attended);
    if (lasts(interaction)) lasting.add(taskId);
    else lasting.delete(taskId);
    const before = contact.entry;
    contact.entry = entryOfInteraction(interaction);
    return [{ before, after: contact.entry }];
  };

  return {
    add(events, now) {
      const touched = new Set<string>();
      const alone: Change[] = [];
      for (const event of events) {
        if (uiDataOf(event).hidden) continue;
        const taskId = contactOf(event);
        if (taskId === undefined) {
          alone.push({ before: undefined, after: entryOfEvent(event) });
          continue;
        }
        touched.add(taskId);
        const contact = contacts.get(taskId);
        if (contact === undefined) contacts.set(taskId, { events: [event], entry: undefined });
        else contact.events.push(event);
      }
      return [...alone, ...[...touched].flatMap((taskId) => renew(taskId, now))];
    },
    attend(taskId, now) {
      if (taskId === attended) return [];
      const touched = [attended, taskId].filter((one) => one !== undefined);
      attended = taskId;
      return touched.flatMap((one) => renew(one, now));
    },
    age: (now) =>
      [...lasting].flatMap((taskId) => {
        const silent = !lasts(interactionFrom(contacts.get(taskId)?.events ?? [], now, taskId === attended));
        return silent ? renew(taskId, now) : [];
      }),
  };
}
