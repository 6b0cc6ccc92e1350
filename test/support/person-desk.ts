import type { EditOutcome, PersonEdit } from '../../src/domain/person/person-edit.js';
import { JourneyError } from '../../src/domain/base/journey-error.js';
import type { Person, PersonMatch } from '../../src/domain/person/person.js';
import type { Permissions } from '../../src/elements/identity/permissions.js';
import type { EditPersonEvent } from '../../src/elements/shared/events/edit-person-event.js';
import type { MergeService, MergeEvent } from '../../src/elements/shared/events/merge-event.js';

/** Answers the requests of the elements inside, as the root would. The test sets each answer. */
export interface PersonDesk extends MergeService {
  edit(edit: PersonEdit): Promise<EditOutcome>;
}

export interface Answering {
  /** All requests. */
  readonly edits: PersonEdit[];
  readonly merged: Person[];
}

const refuse = () => Promise.reject(new JourneyError('forbidden'));

export function answerAt(element: HTMLElement & { permissions?: Permissions }, desk: Partial<PersonDesk>): Answering {
  const asked: Answering = { edits: [], merged: [] };
  const whole: MergeService = {
    mayMerge: async () => {
      const learn = learning();
      const merge = await (desk.mayMerge ?? (() => Promise.resolve(false)))();
      learn({ merge });
      return merge;
    },
    find: desk.find ?? refuse,
    merge: async (other) => {
      asked.merged.push(other);
      await (desk.merge ?? refuse)(other);
    },
  };
  /** Like a new sign-in: other permissions mean another token, so the results of earlier requests do not count. */
  const learning = () => {
    const { permissions } = element;
    return (learned: Permissions) => {
      if (element.permissions === permissions) element.permissions = { ...permissions, ...learned };
    };
  };
  const edit = async (change: PersonEdit): Promise<EditOutcome> => {
    const learn = learning();
    try {
      return await (desk.edit ?? refuse)(change);
    } catch (error) {
      if (error instanceof JourneyError && error.kind === 'forbidden') learn({ edit: false });
      throw error;
    }
  };
  element.addEventListener('wayline-edit-person', (event: EditPersonEvent) => {
    asked.edits.push(event.edit);
    event.respondWith(edit(event.edit));
  });
  element.addEventListener('wayline-merge', (event: MergeEvent) => event.respondWith(whole));
  return asked;
}

/** The person after an edit without a conflict. */
export function edited(person: Person, edit: PersonEdit): Person {
  if (edit.kind === 'rename') return { ...person, firstName: edit.firstName, lastName: edit.lastName };
  const aliases = person.aliases.filter(({ value }) => value !== edit.alias.value);
  return { ...person, aliases: edit.kind === 'add' ? [...aliases, edit.alias] : aliases };
}

export const done = (person: Person, parts: Partial<EditOutcome> = {}): EditOutcome => ({
  kind: 'done',
  person,
  restored: [],
  lost: [],
  overtaken: Promise.resolve(undefined),
  ...parts,
});

export const matchOf = (...persons: readonly Person[]): PersonMatch => ({ persons, address: '+14155550132' });
