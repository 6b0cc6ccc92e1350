import { JourneyError } from '../../../domain/base/journey-error.js';

/** The only place that builds URLs of CJDS. Its terms (workspace, person-id) stay here and in `*-wire.ts`. */
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

/** Percent-encoded once. A segment `.` or `..` would be removed from the URL, and all customers' data requested. */
export function segment(value: string): string {
  if (value === '.' || value === '..') throw new JourneyError('rejected');
  return encodeURIComponent(requireValue(value));
}

/**
 * Throws `rejected` for an empty value, since the service answers that with all customers, and for half a surrogate
 * pair, which a URL cannot contain.
 */
export function requireValue(value: string): string {
  if (value.trim() === '' || !value.isWellFormed()) throw new JourneyError('rejected');
  return value;
}
