import { JourneyError } from '../../domain/base/journey-error.js';
import type { Http } from '../http/http.js';
import { pages, pageSize } from './paging.js';
import { paths } from './wire/paths.js';
import { readProjects } from './wire/project-wire.js';

/**
 * The ID of the first project that receives contact-center events. Throws `project-unknown` if there is none, and
 * `project-forbidden` if this token may not list projects: then the administrator must set the ID.
 */
export async function findProject(http: Http, signal: AbortSignal): Promise<string> {
  const load = async (page: number) =>
    readProjects(await http.json(paths.projects, { signal, query: { page, pageSize } }));
  try {
    for await (const projects of pages(load, ({ id }) => id)) {
      const connected = projects.find((project) => project.connected);
      if (connected !== undefined) return connected.id;
    }
  } catch (error) {
    if (!(error instanceof JourneyError && (error.status === 401 || error.status === 403))) throw error;
    const { status, trackingId } = error;
    throw new JourneyError('project-forbidden', { status, trackingId, cause: error });
  }
  throw new JourneyError('project-unknown');
}
