import { aliasTypes, type Json, type Template } from './cloud-event.js';
import type { Person, Project } from './model.js';

/** The `meta` of a response; `more` has the members that only some responses have. */
export const metaOf = (organizationId: string, projectId: string, more: Json = {}): Json => ({
  organizationId,
  workspaceId: projectId,
  ...more,
});

/** Leaves out empty lists, as the service may do. */
export function personToWire(person: Person, organizationId: string, projectId: string): Json {
  const typed = aliasTypes
    .map((type) => [type, person.aliases.filter((alias) => alias.type === type).map(({ value }) => value)] as const)
    .filter(([, values]) => values.length > 0);
  const { aliases, ...rest } = person;
  return {
    ...rest,
    ...Object.fromEntries(typed),
    aliases: aliases.map(({ value }) => value),
    organizationId,
    workspaceId: projectId,
  };
}

export const projectToWire = ({ id, name, description, subscriptionIds }: Project): Json => ({
  id,
  name,
  description,
  wxccSubscriptionIds: subscriptionIds.length > 0 ? subscriptionIds : null,
});

export const subscriptionToWire = (id: string, createdTime: number): Json => ({
  id,
  name: 'Contact center events',
  description: 'Feeds the journey with the events of every contact',
  eventTypes: ['task:*', 'agent:*'],
  destinationUrl: 'https://events.example.org/cjds',
  createdTime,
  lastUpdatedTime: createdTime,
  status: 'active',
});

export const templateToWire = (template: Template, organizationId: string, projectId: string): Json => ({
  ...template,
  organizationId,
  workspaceId: projectId,
});
