import { JourneyError } from '../../../domain/base/journey-error.js';

/** The only place that builds addresses of CJDS; its words (workspace, person-id) stay here and in `*-wire.ts`. */
export const paths = {
  projects: '/admin/v1/api/workspace',
  events: (project: string) => `/v1/api/events/workspace-id/${segment(project)}`,
  eventStream: (project: string, address: string) =>
    `/v1/api/events/stream/workspace-id/${segment(project)}/identity/${segment(address)}`,
  persons: (project: string, addresses: readonly string[]) =>
    `/admin/v1/api/person/workspace-id/${segment(project)}/aliases/${addresses.map(segment).join()}`,
  templates: (project: string) => `/admin/v1/api/profile-view-template/workspace-id/${segment(project)}`,
  profileOfPerson: (project: string, personId: string, templateId: string) =>
    `/v1/api/progressive-profile-view/workspace-id/${segment(project)}` +
    `/person-id/${segment(personId)}/template-id/${segment(templateId)}`,
  profileOfAddress: (project: string, address: string, templateId: string) =>
    `/v1/api/progressive-profile-view/workspace-id/${segment(project)}` +
    `/identity/${segment(address)}/template-id/${segment(templateId)}`,
  profileStream: (project: string, address: string, templateId: string) =>
    `/v1/api/progressive-profile-view/stream/workspace-id/${segment(project)}` +
    `/identity/${segment(address)}/template-id/${segment(templateId)}`,
};

/** Percent-encoded once. A dotted segment would vanish from the address and ask for everybody's data. */
export function segment(value: string): string {
  if (value === '.' || value === '..') throw new JourneyError('rejected');
  return encodeURIComponent(requireValue(value));
}

/**
 * Throws `rejected` for nothing, since asked about nobody the service answers for everybody, and for half a character,
 * which no address can carry.
 */
export function requireValue(value: string): string {
  if (value.trim() === '' || !value.isWellFormed()) throw new JourneyError('rejected');
  return value;
}
