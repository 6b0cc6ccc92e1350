import { http, HttpResponse, type RequestHandler } from 'msw';
import type { Answering, Call } from './answering.js';
import { profileToWire, templateOf } from './profile-wire.js';
import { Refusal } from './refusal.js';
import type { Streams } from './streams.js';
import type { World } from './world.js';
import { metaOf } from './to-wire.js';

const root = '*/v1/api/progressive-profile-view';

/** Profiles by person and by alias, and the profile stream. */
export function profileHandlers(world: World, streams: Streams, answering: Answering): RequestHandler[] {
  const view = ({ part, project }: Call): Response => {
    const found = project();
    const template = templateOf(found, part('template'));
    const identity = part('identity');
    const personId = identity === '' ? part('person') : found.persons.byAlias(identity)?.id;
    if (personId === undefined) throw new Refusal(404, 'Person not found');
    const data = [profileToWire(world, found, personId, template)];
    const meta = metaOf(world.organizationId, found.id, { personId, templateId: template.id });
    return HttpResponse.json({ meta, data });
  };

  const stream = ({ part, project }: Call): Response => {
    const found = project();
    const template = templateOf(found, part('template'));
    const identity = part('identity');
    return streams.open('profile-stream', identity, (send) =>
      world.subscribe(({ projectId, personId }) => {
        if (projectId !== found.id || found.persons.byAlias(identity)?.id !== personId) return;
        send(profileToWire(world, found, personId, template));
      }),
    );
  };

  return ['template-id', 'template-name'].flatMap((template) => [
    http.get(
      `${root}/stream/workspace-id/:project/identity/:identity/${template}/:template`,
      answering('profile-stream', stream),
    ),
    http.get(`${root}/workspace-id/:project/identity/:identity/${template}/:template`, answering('profile', view)),
    http.get(`${root}/workspace-id/:project/person-id/:person/${template}/:template`, answering('profile', view)),
  ]);
}
