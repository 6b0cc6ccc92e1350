import { aliasTypes, type AliasType, type CloudEvent } from './cloud-event';
import { createEvents } from './events.js';
import { createPersons } from './persons.js';
import { Refusal } from './refusal.js';
import type { Alias, Habits, Project } from './model.js';
export type ProjectFields = Pick<Project, 'id' | 'name'> & Partial<Pick<Project, 'description' | 'subscriptionIds'>>;

/** A change that subscribers are notified of. */
export type Change =
  | { readonly kind: 'event'; readonly projectId: string; readonly personId: string; readonly event: CloudEvent }
  | { readonly kind: 'person'; readonly projectId: string; readonly personId: string };

/** All data of the emulated service, in memory. */
export interface World {
  readonly organizationId: string;
  readonly habits: Habits;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Names of agents by ID. */
  readonly agents: Map<string, string>;
  /** By task ID. */
  readonly handling: Map<string, Handling>;
  addProject(fields: ProjectFields): Project;
  projects(): readonly Project[];
  /** @throws Refusal 404 */
  project(id: string): Project;
  /** Stores an event unchanged and notifies subscribers; links the person to `previousidentity`. @throws Refusal 404 */
  publish(projectId: string, event: CloudEvent): void;
  /** Returns a function that stops the subscription. */
  subscribe(listener: (change: Change) => void): () => void;
}

/** Data of an interaction that is not in its events. Missing parts are made up, always the same. */
export interface Handling {
  /** Names of the agents who talked to the customer, in order. */
  readonly agents?: readonly string[];
  readonly wrapUp?: string;
  /** The customer's score, 1 to 5. */
  readonly csat?: number;
}

/** How to create the data. */
export interface WorldOptions extends Partial<Habits> {
  readonly now?: () => number;
  readonly organizationId?: string;
}

const isAliasType = (word: unknown): word is AliasType => aliasTypes.some((type) => type === word);

/** The kind of address that a value looks like; `fallback` if none. */
export function aliasTypeOf(value: string, fallback: AliasType = 'temporaryId'): AliasType {
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return 'email';
  return /^\+?[\d\s().-]{5,}$/.test(value) ? 'phone' : fallback;
}

function aliasOf({ identity, identitytype, identityType }: CloudEvent): Alias {
  const named = identitytype ?? identityType;
  return { type: isAliasType(named) ? named : aliasTypeOf(identity), value: identity };
}

export function createWorld(options: WorldOptions = {}): World {
  const { now = Date.now, organizationId = '0a1b2c3d-0000-4000-8000-000000000001', ...given } = options;
  const habits: Habits = {
    pageBase: 0,
    maxPageSize: 1000,
    order: 'newest',
    resultCount: 'page',
    streamFollowsGraph: true,
    checksRemovedValue: false,
    aliasLimit: 5,
    conflictStatus: 400,
    ...given,
  };
  const projects = new Map<string, Project>();
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change): void => [...listeners].forEach((listener) => listener(change));

  const project = (id: string): Project => {
    const found = projects.get(id);
    if (!found) throw new Refusal(404, 'Project not found');
    return found;
  };

  return {
    organizationId,
    now,
    agents: new Map(),
    handling: new Map(),
    habits,
    addProject({ id, name, description = '', subscriptionIds = [] }) {
      const persons = createPersons(now, habits, (personId) => tell({ kind: 'person', projectId: id, personId }));
      const added = { id, name, description, subscriptionIds, persons, events: createEvents(), templates: new Map() };
      projects.set(id, added);
      return added;
    },
    projects: () => [...projects.values()],
    project,
    publish(projectId, event) {
      const { persons, events } = project(projectId);
      const { previousidentity: previous } = event;
      const alias = aliasOf(event);
      const linked = typeof previous === 'string' ? { type: aliasTypeOf(previous), value: previous } : alias;
      let holder = persons.holderOf(linked);
      const owner = persons.byAlias(alias.value);
      if (!owner) holder = persons.save({ ...holder, aliases: [...holder.aliases, alias] });
      else if (owner.id !== holder.id) holder = persons.merge(owner.id, [holder.id]);
      events.add(event, now());
      tell({ kind: 'event', projectId, personId: holder.id, event });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
