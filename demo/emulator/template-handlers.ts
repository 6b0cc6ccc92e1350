import { http, HttpResponse, type RequestHandler } from 'msw';
import type { Answering, Call } from './answering.js';
import { isRecord, type Template, type TemplateAttribute } from './cloud-event';
import { templateOf } from './profile-wire.js';
import { listOf } from './query.js';
import { Refusal } from './refusal.js';
import type { World } from './world.js';
import { metaOf, templateToWire } from './to-wire.js';
import type { Project } from './model.js';

const root = '*/admin/v1/api/profile-view-template/workspace-id/:project';

const kinds: Readonly<Record<Exclude<keyof TemplateAttribute, 'widgetAttributes'>, readonly string[]>> = {
  displayName: ['string'],
  version: ['string'],
  event: ['string'],
  metaDataType: ['string'],
  metaData: ['string'],
  limit: ['number'],
  lookBackDurationType: ['string'],
  lookBackPeriod: ['number'],
  aggregationMode: ['string'],
  verbose: ['boolean', 'string'],
};

const isAttribute = (value: unknown): value is TemplateAttribute =>
  isRecord(value) && Object.entries(kinds).every(([name, allowed]) => allowed.includes(typeof value[name]));

function readTemplate(body: unknown, id: string): Template {
  const { name, attributes } = isRecord(body) ? body : {};
  if (typeof name !== 'string' || name === '' || !Array.isArray(attributes) || !attributes.every(isAttribute)) {
    throw new Refusal(400, 'Validation failed', [`name and attributes with ${Object.keys(kinds).join(', ')}`]);
  }
  return { id, name, attributes };
}

/** The administration of profile templates. */
export function templateHandlers(world: World, answering: Answering): RequestHandler[] {
  const wire = (project: Project, template: Template) => templateToWire(template, world.organizationId, project.id);
  const meta = (project: Project) => metaOf(world.organizationId, project.id);

  const list = ({ project, query }: Call): Response => {
    const found = project();
    const templates = [...found.templates.values()].map((template) => wire(found, template));
    return HttpResponse.json({ meta: meta(found), data: listOf(templates, query, world.habits) });
  };

  const one = ({ project, part }: Call): Response => {
    const found = project();
    return HttpResponse.json({ meta: meta(found), data: wire(found, templateOf(found, part('template'))) });
  };

  const write = async ({ project, json }: Call, id: string, status: number): Promise<Response> => {
    const found = project();
    const template = readTemplate(await json(), id);
    const namesake = [...found.templates.values()].find(({ name }) => name === template.name);
    if (namesake && namesake.id !== id) throw new Refusal(400, 'A template of this name exists');
    found.templates.set(id, template);
    return HttpResponse.json({ meta: meta(found), data: wire(found, template) }, { status });
  };

  const remove = ({ project, part }: Call): Response => {
    const found = project();
    const template = templateOf(found, part('template'));
    found.templates.delete(template.id);
    return HttpResponse.json(wire(found, template));
  };

  const create = (call: Call) => write(call, crypto.randomUUID().replaceAll('-', '').slice(0, 24), 201);
  const change = (call: Call) => write(call, templateOf(call.project(), call.part('template')).id, 200);

  return [
    http.get(root, answering('template', list)),
    http.get(`${root}/template-id/:template`, answering('template', one)),
    http.get(`${root}/template-name/:template`, answering('template', one)),
    http.post(root, answering('template', create)),
    http.put(`${root}/template-id/:template`, answering('template', change)),
    http.delete(`${root}/template-id/:template`, answering('template', remove)),
  ];
}
