import { JourneyError } from '../../domain/base/journey-error.js';
import type { Http } from '../http/http.js';
import { pages, pageSize } from './paging.js';
import { paths } from './wire/paths.js';
import { readTemplates, type Template } from './wire/template-wire.js';

const defaultName = 'journey-default-template';

/**
 * The template for profiles: the one configured by ID or name, else the service's default, else the first one, else
 * none. If the token may not list templates, the configured one is used unchecked.
 */
export async function chooseTemplate(
  http: Http,
  projectId: string,
  configured: string | undefined,
  signal: AbortSignal,
): Promise<Template | undefined> {
  const load = async (page: number) =>
    readTemplates(await http.json(paths.templates(projectId), { signal, query: { page, pageSize } }));
  const isWanted = ({ id, name }: Template) =>
    configured ? id === configured || name === configured : name === defaultName;
  const known: Template[] = [];
  try {
    for await (const templates of pages(load, ({ id }) => id)) {
      const wanted = templates.find(isWanted);
      if (wanted !== undefined) return wanted;
      known.push(...templates);
    }
  } catch (error) {
    if (configured && error instanceof JourneyError && error.kind === 'forbidden')
      return { id: configured, name: configured };
    throw error;
  }
  return known.find(({ name }) => name === defaultName) ?? known[0];
}
