import { paths } from '../../src/sources/cjds/wire/paths.js';
import type { Asker, Reply } from './ask.js';
import type { Line } from './line.js';
import { listen } from './listen.js';
import { has, isGood, mendOf, reasonOf } from './reasons.js';
import type { SetupSettings } from './settings.js';
import { streamLine } from './stream-line.js';

interface Tried extends SetupSettings {
  readonly projectId: string;
  readonly address: string;
  readonly templateId: string | undefined;
}

const kindOf = (address: string): string =>
  address.includes('@') ? 'email' : /^\+?[\d\s().-]{5,}$/.test(address) ? 'phone' : 'customerId';

const testEvent = (address: string, id: string, number: number) => ({
  specversion: '1.0',
  id,
  type: 'wayline:setup-check',
  source: 'wayline',
  identity: address,
  identitytype: kindOf(address),
  datacontenttype: 'application/json',
  data: { uiData: { title: 'Setup check', subTitle: `Test event ${number} of 2`, iconType: 'task' } },
});

const refused = (about: string, reply: Reply): Line => ({
  about,
  verdict: 'fail',
  why: `It did not open: ${reasonOf(reply)}. The widget polls every 30 seconds instead.`,
  mend: mendOf(reply, 'cjp:user (agents have it)'),
});

/** Checks whether the streams of events and profiles open and deliver. */
export async function* tryStream(asker: Asker, tried: Tried): AsyncGenerator<Line, void, undefined> {
  const { projectId, address, templateId, organizationId, streamAuth, listen: most = 20_000, publish = false } = tried;
  const query = streamAuth === 'query' ? { query: { organizationId }, tokenParameter: 'bearerToken' } : {};
  const open = (path: string) => asker.ask(path, { stream: true, ...query });

  const reply = await open(paths.eventStream(projectId, address));
  if (reply.kind === 'answer' && reply.stream !== undefined) {
    const published = publish ? [1, 2].map(() => `setup-check-${crypto.randomUUID()}`) : [];
    const answers: Reply[] = [];
    const send = async () => {
      for (const [index, id] of published.entries()) {
        const body = testEvent(address, id, index + 1);
        const query = { workspaceId: projectId };
        answers.push(await asker.ask('/publish/v1/api/event', { method: 'POST', query, body }));
        if (!isGood(answers.at(-1)!)) return;
      }
    };
    const sending = { done: Promise.resolve() };
    const heard = await listen(reply.stream, { most, awaited: published, opened: () => (sending.done = send()) });
    await sending.done;
    const unsent = answers.find((answer) => !isGood(answer));
    if (unsent !== undefined) yield publishLine(unsent);
    yield streamLine({ ...heard, most, published: unsent === undefined ? published : [] });
  } else yield refused('Event stream', reply);

  if (templateId === undefined) return;
  const profile = await open(paths.profileStream(projectId, address, templateId));
  if (profile.kind === 'answer' && profile.stream !== undefined) {
    void profile.stream.cancel().catch(() => undefined);
    yield { about: 'Profile stream', verdict: 'pass', why: 'It opens.' };
  } else yield refused('Profile stream', profile);
}

const publishLine = (reply: Reply): Line => ({
  about: 'Publish',
  verdict: 'fail',
  why: `The test event was not accepted: ${reasonOf(reply)}.`,
  mend: has(reply, 403)
    ? 'Publishing needs a token with cjp:config_write, or of an administrator. Agents cannot publish.'
    : mendOf(reply, ''),
  optional: true,
});
