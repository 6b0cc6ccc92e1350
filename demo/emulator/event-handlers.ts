import { http, HttpResponse, type RequestHandler } from 'msw';
import type { Answering, Call } from './answering.js';
import { isRecord, type CloudEvent, type Json } from './cloud-event';
import { hash } from './hash.js';
import { eventFilter, eventsOf, pageOf } from './query.js';
import { Refusal } from './refusal.js';
import type { Streams } from './streams.js';
import { eventFromWebhook, isWebhook } from './webhook.js';
import type { World } from './world.js';
import { metaOf } from './to-wire.js';
import type { Project } from './model.js';

/** All aliases of the person with this alias. */
const relatives = ({ persons }: Project, identity: string): readonly string[] =>
  persons.byAlias(identity)?.aliases.map(({ value }) => value) ?? [identity];

/** On the stream, every third event of the contact center has its payload as JSON text. */
function asStreamed(event: CloudEvent): CloudEvent {
  const inText = /wxcc/i.test(event.source) && isRecord(event.data) && hash(event.id + event.type) % 3 === 0;
  return inText ? { ...event, datacontenttype: 'string', data: JSON.stringify(event.data) } : event;
}

const required = ['specversion', 'id', 'type', 'source', 'identity', 'identitytype', 'datacontenttype', 'data'];

function readCloudEvent(body: Json, now: number): CloudEvent {
  const { id, type, source, identity } = body;
  const missing = required.filter((name) => body[name] === undefined || body[name] === '');
  const errors = missing.map((name) => `${name} must not be empty`);
  if (
    typeof id !== 'string' ||
    typeof type !== 'string' ||
    typeof source !== 'string' ||
    typeof identity !== 'string'
  ) {
    throw new Refusal(
      400,
      'Validation failed',
      errors.length > 0 ? errors : ['id, type, source and identity are text'],
    );
  }
  if (errors.length > 0) throw new Refusal(400, 'Validation failed', errors);
  return { time: new Date(now).toISOString(), ...body, id, type, source, identity };
}

/** Publishing, history and the event stream. */
export function eventHandlers(world: World, streams: Streams, answering: Answering): RequestHandler[] {
  const history = ({ query, project }: Call): Response => {
    const known = project();
    const identity = query.get('identity');
    const stored = known.events.of(identity === null ? undefined : relatives(known, identity));
    const found = eventsOf(stored, query, world.habits);
    if (found.length === 0) throw new Refusal(404, 'No events found');
    const page = pageOf(found, query, world.habits);
    const resultCount = world.habits.resultCount === 'total' ? found.length : page.length;
    const meta = metaOf(world.organizationId, known.id, { resultCount, identity });
    return HttpResponse.json({ meta, data: page.map(({ event }) => event) });
  };

  const stream = ({ query, project }: Call, identity: string): Response => {
    const known = project();
    const passes = eventFilter(query);
    const concerns = (event: CloudEvent): boolean =>
      world.habits.streamFollowsGraph
        ? relatives(known, identity).includes(event.identity)
        : event.identity === identity;
    return streams.open('event-stream', identity, (send) =>
      world.subscribe((change) => {
        if (change.kind !== 'event' || change.projectId !== known.id) return;
        if (concerns(change.event) && passes(change.event)) send(asStreamed(change.event));
      }),
    );
  };

  const streamByBody = async (call: Call): Promise<Response> => {
    const body = await call.json();
    if (!isRecord(body) || typeof body.identity !== 'string') throw new Refusal(400, 'identity is missing');
    return stream(call, body.identity);
  };

  const publish = async ({ query, json }: Call): Promise<Response> => {
    const { id, events } = world.project(query.get('workspaceId') ?? '');
    const body = await json();
    if (!isRecord(body)) throw new Refusal(400, 'Not a CloudEvent');
    const now = world.now();
    const { identityOfTask } = events;
    world.publish(id, isWebhook(body) ? eventFromWebhook(body, { now, identityOfTask }) : readCloudEvent(body, now));
    const meta = metaOf(world.organizationId, id);
    return HttpResponse.json({ meta, data: { message: 'Accepted for processing' } }, { status: 202 });
  };

  return [
    http.get('*/v1/api/events/workspace-id/:project', answering('events', history)),
    http.get(
      '*/v1/api/events/stream/workspace-id/:project/identity/:identity',
      answering('event-stream', (call) => stream(call, call.part('identity'))),
    ),
    http.post('*/v1/api/events/stream/workspace-id/:project/identity', answering('event-stream', streamByBody)),
    http.post('*/publish/v1/api/event', answering('publish', publish)),
  ];
}
