import { taskIdIn } from '../../../domain/timeline/entry.js';
import type { JourneyStore } from '../../../store/journey-store.js';
import type { ChooseEvent } from '../../shared/events/choose-person-event.js';
import type { EditPersonEvent } from '../../shared/events/edit-person-event.js';
import type { MergeEvent } from '../../shared/events/merge-event.js';
import type { ToggleEntryEvent } from '../../shared/events/toggle-entry-event.js';
import type { CustomerModel } from '../customer-model.js';
import { rootParts } from '../deferred-slots.js';

/** Answers what the agent does, with the store. */
export type JourneyActions = ReturnType<typeof createJourneyActions>;

/** Creates the answers. The deferred part asks before it merges; without it the store does. */
export const createJourneyActions = (store: JourneyStore, customer: CustomerModel) => ({
  refresh: () => store.refresh(),
  retry: () => store.retry(),
  choose: ({ personId }: ChooseEvent) => store.choose(personId),
  chooseAgain: () => store.chooseAgain(),
  edit: (event: EditPersonEvent) => event.respondWith(store.edit(event.edit)),
  merge: (event: MergeEvent) => event.respondWith(rootParts.get()?.mergeService(store, ...customer.regions) ?? store),
  /** An opened interaction may be too old for its record to be loaded already. */
  open({ key, open }: ToggleEntryEvent) {
    const taskId = open ? taskIdIn(key) : undefined;
    if (taskId !== undefined) store.readRecord(taskId);
  },
});
