import { hostsOf, searchHostOf } from '../../src/sources/cjds/data-center.js';
import { paths } from '../../src/sources/cjds/wire/paths.js';
import { JourneyError } from '../../src/domain/base/journey-error.js';
import { createAsker } from './ask.js';
import { eventsLine, readSample, type Sample } from './events.js';
import type { Line } from './line.js';
import { projectLine, projectsIn } from './projects.js';
import { editLine, mergeLine, nobodysId, recordsLine, rightsPaths } from './rights.js';
import { clockLine, hostLine, organizationLine, speedLine, tokenLine } from './service-lines.js';
import { UnusableSettings, type SetupSettings, type SetupTools } from './settings.js';
import { chooseTemplate, personLine, profileLine, templateLine } from './person-lines.js';
import { tryStream } from './try-stream.js';

/** @throws {UnusableSettings} */
function hosts({ dataCenter, baseUrl, streamAuth = 'header' }: SetupSettings): readonly string[] {
  try {
    return hostsOf(dataCenter, baseUrl, streamAuth);
  } catch (error) {
    if (!(error instanceof JourneyError)) throw error;
    throw new UnusableSettings(
      error.kind === 'host-refused'
        ? `The base URL ${baseUrl} is not allowed. Use https, or http to this machine.`
        : `The data center ${dataCenter ?? ''} is not known. Use the value of $STORE.app.datacenter in the desktop, for example produs1 or prodeu2.`,
    );
  }
}

/**
 * Checks everything that the widget needs from the journey service, and yields one line after the other. Changes
 * nothing, unless `publish` is set.
 *
 * @throws {UnusableSettings} before the first line
 */
export async function* checkSetup(settings: SetupSettings, tools: SetupTools): AsyncGenerator<Line, void, undefined> {
  const asker = createAsker(hosts(settings), tools);
  const { ask } = asker;
  const { now } = tools;

  const projects = await ask(paths.projects, { query: { page: 0, pageSize: 100 } });
  const known = projectsIn(projects) ?? [];
  const projectId = settings.projectId ?? known.find(({ connected }) => connected)?.id ?? known[0]?.id;
  // Without a project, a request for one that does not exist still shows whether the service accepts the token.
  const newest = await ask(paths.events(projectId ?? nobodysId), { query: { page: 0, pageSize: 10 } });
  const first = [projects, newest];

  yield hostLine(asker.host(), first);
  if (asker.host() === undefined) return;
  const token = tokenLine(first);
  yield token;
  yield clockLine(first);
  if (token.verdict === 'fail') return;
  yield organizationLine(first, settings.organizationId);
  yield projectLine(projects, settings.projectId);
  if (projectId === undefined) return;

  const templates = await ask(paths.templates(projectId), { query: { page: 0, pageSize: 100 } });
  yield templateLine(templates, settings.templateId);
  const template = chooseTemplate(templates, settings.templateId);

  const sample = readSample(newest, settings.customer, now());
  yield* aboutSample(sample, template?.id);
  yield* rights();
  yield speedLine(asker.slowest());

  async function* aboutSample({ address, ofProject }: Sample, templateId: string | undefined) {
    const unasked = (about: string): Line => ({
      about,
      verdict: 'unknown',
      why: 'There is no customer to test with. Name one with --customer.',
    });
    if (address === undefined) {
      yield unasked('Person');
      yield unasked('Profile');
      yield eventsLine(newest, newest, now());
      yield unasked('Event stream');
      return;
    }
    yield personLine(await ask(paths.persons(projectId!, [address])), settings.customer !== undefined);
    if (templateId === undefined) {
      yield {
        about: 'Profile',
        verdict: 'unknown',
        why: 'There is no template for a profile.',
        optional: true,
      } as const;
    } else yield profileLine(await ask(paths.profileOfAddress(projectId!, address, templateId)));
    yield eventsLine(
      await ask(paths.events(projectId!), { query: { identity: address, page: 0, pageSize: 100 } }),
      ofProject,
      now(),
    );
    yield* tryStream(asker, { ...settings, projectId: projectId!, address, templateId });
  }

  async function* rights() {
    const person = rightsPaths(projectId!);
    yield editLine(await ask(person.edit, { method: 'PATCH', body: [] }));
    yield mergeLine(await ask(person.merge.path, { method: 'POST', body: person.merge.body }));
    const searchHost = searchHostOf(settings.dataCenter, settings.baseUrl);
    const { path, body } = person.records(now());
    const records = searchHost === undefined ? undefined : createAsker([searchHost], tools);
    yield recordsLine(await records?.ask(path, { method: 'POST', body }));
  }
}
