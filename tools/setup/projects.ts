import { itemsOf } from '../../src/sources/cjds/wire/envelope-wire.js';
import { readProjects } from '../../src/sources/cjds/wire/project-wire.js';
import { isObject, textFrom } from '../../src/domain/base/parse-json.js';
import type { Reply } from './ask.js';
import type { Line } from './line.js';
import { has, isGood, mendOf, reasonOf } from './reasons.js';

export interface NamedProject {
  readonly id: string;
  readonly name: string;
  readonly connected: boolean;
}

/** `undefined` when the answer cannot be read. */
export function projectsIn(reply: Reply): readonly NamedProject[] | undefined {
  if (!isGood(reply)) return undefined;
  try {
    const names = new Map(
      itemsOf(reply.body).flatMap((item) =>
        isObject(item) ? [[textFrom(item['id']), textFrom(item['name'])] as const] : [],
      ),
    );
    return readProjects(reply.body).map((project) => ({ ...project, name: names.get(project.id) || project.id }));
  } catch {
    return undefined;
  }
}

const connector =
  'In Control Hub: Contact Center, customer journey, the project, switch on the Webex Contact Center connector.';
const listed = (projects: readonly NamedProject[]): string =>
  projects.map(({ name, id, connected }) => `“${name}” (${id}, connector ${connected ? 'on' : 'off'})`).join(', ');

/** Which project the widget will use, and whether contact-center events reach it. */
export function projectLine(reply: Reply, wanted: string | undefined): Line {
  const about = 'Project';
  const projects = projectsIn(reply);
  if (projects === undefined) {
    if (has(reply, 401, 403)) {
      const why = `This sign-in may not list projects: ${reasonOf(reply)}. Agents often may not.`;
      return wanted === undefined
        ? {
            about,
            verdict: 'fail',
            why,
            mend: 'Set project-id in the layout. In Control Hub: Contact Center, customer journey, the project’s details.',
          }
        : { about, verdict: 'unknown', why: `${why} The widget takes project-id at its word.` };
    }
    return {
      about,
      verdict: 'fail',
      why: `Projects could not be listed: ${reasonOf(reply)}.`,
      mend: mendOf(reply, 'cjp:config_read'),
    };
  }
  if (projects.length === 0) {
    const mend =
      'In Control Hub: Contact Center, customer journey: create a project. Organizations created after 1 March 2025 ask Cisco for it first, which takes up to 72 hours.';
    return { about, verdict: 'fail', why: 'The organization has no journey project.', mend };
  }
  const project = projects.find(({ id }) => id === wanted);
  if (wanted !== undefined && project === undefined) {
    const why = `There is no project ${wanted}. There are: ${listed(projects)}.`;
    return { about, verdict: 'fail', why, mend: 'Set project-id to one of these ids, or leave it out.' };
  }
  if (project !== undefined) {
    return project.connected
      ? { about, verdict: 'pass', why: `“${project.name}” is there, with the connector on.` }
      : {
          about,
          verdict: 'fail',
          why: `“${project.name}” has no connector: no contact reaches it. There are: ${listed(projects)}.`,
          mend: connector,
        };
  }
  const [first, ...others] = projects.filter(({ connected }) => connected);
  if (first === undefined) {
    return { about, verdict: 'fail', why: `No project has the connector: ${listed(projects)}.`, mend: connector };
  }
  const why = `“${first.name}” (${first.id}) has the connector, the widget finds it by itself.`;
  if (others.length === 0) return { about, verdict: 'pass', why };
  return {
    about,
    verdict: 'pass',
    why: `${why} So have ${others.map(({ name }) => `“${name}”`).join(', ')}: it takes the first; project-id chooses another.`,
  };
}
