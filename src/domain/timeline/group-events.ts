import { uiDataOf } from '../event/ui-data.js';
import { entryOfEvent, entryOfInteraction, type Entry } from './entry.js';
import type { JourneyEvent } from '../event/event.js';
import { taskIdOfInteraction, interactionFrom, type Interaction } from '../interaction/interaction.js';
import { isLasting } from '../interaction/leg.js';

/** What became of an entry; a new one has no `before`. */
export interface EntryChange {
  readonly before: Entry | undefined;
  readonly after: Entry;
}

/** Makes entries of events: those of one task are one entry, all others are one each. */
export interface EventGrouper {
  /** Takes events, each once, in any order; those that their publisher hides are left out. `now` in epoch milliseconds. */
  add(events: readonly JourneyEvent[], now: number): readonly EntryChange[];
  /** Which contact the agent is in, if any: it goes on however silent it is. */
  setCurrentTask(taskId: string | undefined, now: number): readonly EntryChange[];
  /** A contact that has been silent for too long is not called ongoing any more, nor is the work after it. */
  age(now: number): readonly EntryChange[];
}

/** Whether a contact, or the work after it, goes on as far as is known: it may change without another event. */
const lasts = ({ outcome, legs }: Interaction): boolean => outcome === 'ongoing' || isLasting(legs);

export function createGrouping(): EventGrouper {
  const contacts = new Map<string, { readonly events: JourneyEvent[]; entry: Entry | undefined }>();
  const lasting = new Set<string>();
  let currentTaskId: string | undefined;

  /** The contact as its events tell it now. */
  const renew = (taskId: string, now: number): readonly EntryChange[] => {
    const contact = contacts.get(taskId);
    if (contact === undefined) return [];
    const interaction = interactionFrom(contact.events, now, taskId === currentTaskId);
    if (lasts(interaction)) lasting.add(taskId);
    else lasting.delete(taskId);
    const before = contact.entry;
    contact.entry = entryOfInteraction(interaction);
    return [{ before, after: contact.entry }];
  };

  return {
    add(events, now) {
      const touched = new Set<string>();
      const alone: EntryChange[] = [];
      for (const event of events) {
        if (uiDataOf(event).hidden) continue;
        const taskId = taskIdOfInteraction(event);
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
    setCurrentTask(taskId, now) {
      if (taskId === currentTaskId) return [];
      const touched = [currentTaskId, taskId].filter((one) => one !== undefined);
      currentTaskId = taskId;
      return touched.flatMap((one) => renew(one, now));
    },
    age: (now) =>
      [...lasting].flatMap((taskId) => {
        const silent = !lasts(interactionFrom(contacts.get(taskId)?.events ?? [], now, taskId === currentTaskId));
        return silent ? renew(taskId, now) : [];
      }),
  };
}
