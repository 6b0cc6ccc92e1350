import { aggregate } from './aggregate.js';
import type { CloudEvent, Json, Template } from './cloud-event';
import { Refusal } from './refusal.js';
import type { World } from './world.js';
import type { Project } from './model.js';

/** The keys of events in a profile are spelled in another way than everywhere else. */
const embedded = ({ specversion, identitytype, previousidentity, datacontenttype, ...rest }: CloudEvent): string =>
  JSON.stringify({
    ...rest,
    specVersion: specversion,
    identityType: identitytype,
    previousIdentity: previousidentity ?? null,
    dataContentType: datacontenttype,
    organizationId: null,
    workspaceId: null,
  });

/** The template with an ID or a name: each works in both places. @throws Refusal 404 */
export function templateOf({ templates }: Project, idOrName: string): Template {
  const found = templates.get(idOrName) ?? [...templates.values()].find(({ name }) => name === idOrName);
  if (!found) throw new Refusal(404, 'Template not found');
  return found;
}

/** The profile of a person by a template, now. @throws Refusal 404 */
export function profileToWire(world: World, project: Project, personId: string, template: Template): Json {
  const { aliases } = project.persons.get(personId);
  const stored = project.events.of(aliases.map(({ value }) => value));
  return {
    workspaceId: project.id,
    organizationId: world.organizationId,
    personId,
    templateId: template.id,
    attributes: template.attributes.map((queryTemplate) => {
      const { result, error, events } = aggregate(queryTemplate, stored, world.now());
      const verbose = String(queryTemplate.verbose) === 'true';
      // Real responses contain `null` items too.
      const journeyEvents = verbose ? [...events.map(({ event }) => embedded(event)), null] : null;
      return { queryTemplate, result, error, journeyEvents };
    }),
    systemMetdata: { journeyActionTriggerHistories: [] },
    timestamp: new Date(world.now()).toISOString(),
  };
}
