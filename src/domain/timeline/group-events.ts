import { uiDataOf } from '../event/ui-data.js';
import { entryOfEvent, entryOfInteraction, type Entry } from './entry.js';
import type { JourneyEvent } from '../event/event.js';
import { taskIdOfInteraction, interactionFrom, type Interaction } from '../interaction/interaction.js';
import { isLasting } from '../interaction/leg.js';

/** An entry that changed. A new entry has no `before`. */
export interface EntryChange {
  readonly before: Entry | undefined;
  readonly after: Entry;
}

/** Groups events into entries: all events of one task are one entry, any other event is an entry of its own. */
export interface EventGrouper {
  /** Adds events, each once, in any order. Skips events that their publisher hides. `now` in epoch milliseconds. */
  add(events: readonly JourneyEvent[], now: number): readonly EntryChange[];
  /** Sets the task of the agent's desktop, if any: its interaction counts as ongoing even without new events. */
  setCurrentTask(taskId: string | undefined, now: number): readonly EntryChange[];
  /** Ends interactions, and the wrap-up after them, that had no event for too long. */
  age(now: number): readonly EntryChange[];
}

/** Whether an interaction or its wrap-up is ongoing: time alone can change it then, without another event. */
const lasts = ({ outcome, legs }: Interaction): boolean => outcome === 'ongoing' || isLasting(legs);

/** A grouper without events. */
export function createGrouping(): EventGrouper {
  const contacts = new Map<string, { readonly events: JourneyEvent[]; entry: Entry | undefined }>();
  const lasting = new Set<string>();
  let currentTaskId: string | undefined;

  /** Builds the interaction again from its events. */
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
