import { http, HttpResponse, type RequestHandler } from 'msw';
import type { Answering, Call } from './answering.js';
import { listOf } from './query.js';
import type { World } from './world.js';
import { metaOf, projectToWire, subscriptionToWire } from './to-wire.js';

/** Lists of projects and of their connector subscriptions. */
export function projectHandlers(world: World, answering: Answering): RequestHandler[] {
  const list = ({ query }: Call): Response => {
    const data = listOf(world.projects().map(projectToWire), query, world.habits);
    return HttpResponse.json({ meta: { organizationId: world.organizationId }, data });
  };

  const one = ({ project }: Call): Response => {
    const found = project();
    const meta = metaOf(world.organizationId, found.id);
    return HttpResponse.json({ meta, data: projectToWire(found) });
  };

  const subscriptions = ({ project }: Call): Response => {
    const { id, subscriptionIds } = project();
    const meta = metaOf(world.organizationId, id);
    const data = subscriptionIds.map((subscription) => subscriptionToWire(subscription, world.now()));
    return HttpResponse.json({ meta, data });
  };

  return [
    http.get('*/admin/v1/api/workspace', answering('workspace', list)),
    http.get('*/admin/v1/api/workspace/workspace-id/:project', answering('workspace', one)),
    http.get('*/admin/v1/api/wxcc-subscription/workspace-id/:project', answering('workspace', subscriptions)),
  ];
}
