import { itemsOf } from '../../src/sources/cjds/wire/envelope-wire.js';
import { readProjects } from '../../src/sources/cjds/wire/project-wire.js';
import { isRecord } from '../../src/domain/base/json.js';
import { textFrom } from '../../src/domain/base/parse-json.js';
import type { Reply } from './ask.js';
import type { Line } from './line.js';
import { has, isGood, mendOf, reasonOf } from './reasons.js';

/** A project with its name; its ID if it has no name. */
export interface NamedProject {
  readonly id: string;
  readonly name: string;
  readonly connected: boolean;
}

/** `undefined` if the response cannot be read. */
export function projectsIn(reply: Reply): readonly NamedProject[] | undefined {
  if (!isGood(reply)) return undefined;
  try {
    const names = new Map(
      itemsOf(reply.body).flatMap((item) =>
        isRecord(item) ? [[textFrom(item['id']), textFrom(item['name'])] as const] : [],
      ),
    );
    return readProjects(reply.body).map((project) => ({ ...project, name: names.get(project.id) || project.id }));
  } catch {
    return undefined;
  }
}

const connector =
  'In Control Hub, open Contact Center, customer journey, the project. Turn on the Webex Contact Center connector.';
const listed = (projects: readonly NamedProject[]): string =>
  projects.map(({ name, id, connected }) => `“${name}” (${id}, connector ${connected ? 'on' : 'off'})`).join(', ');

/** Checks which project the widget would use, and whether it receives contact-center events. */
export function projectLine(reply: Reply, wanted: string | undefined): Line {
  const about = 'Project';
  const projects = projectsIn(reply);
  if (projects === undefined) {
    if (has(reply, 401, 403)) {
      const why = `No permission to list projects: ${reasonOf(reply)}. This is usual for agents.`;
      return wanted === undefined
        ? {
            about,
            verdict: 'fail',
            why,
            mend: 'Set project-id in the layout. To find it in Control Hub, open Contact Center, customer journey, the project’s details.',
          }
        : { about, verdict: 'unknown', why: `${why} The widget uses project-id without a check.` };
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
      'In Control Hub, open Contact Center, customer journey. Create a project. Organizations created after 1 March 2025 must ask Cisco first, which takes up to 72 hours.';
    return { about, verdict: 'fail', why: 'The organization has no journey project.', mend };
  }
  const project = projects.find(({ id }) => id === wanted);
  if (wanted !== undefined && project === undefined) {
    const why = `There is no project ${wanted}. Projects: ${listed(projects)}.`;
    return { about, verdict: 'fail', why, mend: 'Set project-id to one of these ids, or remove it.' };
  }
  if (project !== undefined) {
    return project.connected
      ? { about, verdict: 'pass', why: `“${project.name}” was found, and its connector is on.` }
      : {
          about,
          verdict: 'fail',
          why: `The connector of “${project.name}” is off, so it receives no contacts. Projects: ${listed(projects)}.`,
          mend: connector,
        };
  }
  const [first, ...others] = projects.filter(({ connected }) => connected);
  if (first === undefined) {
    return { about, verdict: 'fail', why: `No project has its connector on: ${listed(projects)}.`, mend: connector };
  }
  const why = `“${first.name}” (${first.id}) has its connector on. The widget finds it automatically.`;
  if (others.length === 0) return { about, verdict: 'pass', why };
  return {
    about,
    verdict: 'pass',
    why: `${why} Others also have it on: ${others.map(({ name }) => `“${name}”`).join(', ')}. The widget uses the first. Set project-id to choose another.`,
  };
}
