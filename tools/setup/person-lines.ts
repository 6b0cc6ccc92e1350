import { readPersons } from '../../src/sources/cjds/wire/person-wire.js';
import { readProfile } from '../../src/sources/cjds/wire/profile-wire.js';
import { readTemplates, type Template } from '../../src/sources/cjds/wire/template-wire.js';
import type { Reply } from './ask.js';
import type { Line } from './line.js';
import { has, isGood, mendOf, reasonOf } from './reasons.js';

/** The result of `read` for a good response; `undefined` for other responses, or if `read` throws. */
function readable<T>(reply: Reply, read: (body: unknown) => T): T | undefined {
  if (!isGood(reply) || reply.body === undefined) return undefined;
  try {
    return read(reply.body);
  } catch {
    return undefined;
  }
}

const user = 'cjp:user (agents have it)';
const defaultName = 'journey-default-template';

/** The template that the widget would use. */
export function chooseTemplate(reply: Reply, wanted: string | undefined): Template | undefined {
  const templates = readable(reply, readTemplates) ?? [];
  const named = (name: string | undefined) => templates.find((one) => one.id === name || one.name === name);
  const chosen = named(wanted) ?? named(defaultName) ?? templates[0];
  return chosen ?? (has(reply, 403) && wanted !== undefined ? { id: wanted, name: wanted } : undefined);
}

/** Checks whether there is a template, and which one the widget would use. */
export function templateLine(reply: Reply, wanted: string | undefined): Line {
  const about = 'Template';
  const templates = has(reply, 404) ? [] : readable(reply, readTemplates);
  if (templates === undefined) {
    const why = `Templates could not be read: ${reasonOf(reply)}.`;
    return { about, verdict: 'fail', why, mend: mendOf(reply, user) };
  }
  const chosen = chooseTemplate(reply, wanted);
  if (chosen === undefined) {
    const mend = 'In Control Hub, open Contact Center, customer journey, the project. Create a profile template.';
    return {
      about,
      verdict: 'fail',
      why: 'The project has no template. The profile stays empty.',
      mend,
      optional: true,
    };
  }
  const names = templates.map(({ name }) => `“${name}”`).join(', ');
  if (wanted !== undefined && chosen.id !== wanted && chosen.name !== wanted) {
    const why = `There is no template “${wanted}”. The widget uses “${chosen.name}”. Templates: ${names}.`;
    return { about, verdict: 'fail', why, mend: 'Set template-id to one of these, or remove it.' };
  }
  return {
    about,
    verdict: 'pass',
    why: `The widget uses “${chosen.name}”${templates.length > 1 ? `, of ${names}` : ''}.`,
  };
}

/** @param named whether the administrator named the customer; else it is the customer of the newest event */
export function personLine(reply: Reply, named: boolean): Line {
  const about = 'Person';
  const persons = has(reply, 404) ? [] : readable(reply, readPersons);
  if (persons === undefined) {
    return {
      about,
      verdict: 'fail',
      why: `The person could not be looked up: ${reasonOf(reply)}.`,
      mend: mendOf(reply, user),
    };
  }
  const whose = named ? 'the customer' : 'the customer of the newest event';
  if (persons.length === 0) {
    const why = named ? 'No person in the project has this address.' : 'No person has the address of the newest event.';
    const mend =
      'Write a phone number as +14155550132. To import identities, open Contact Center, customer journey, the project in Control Hub.';
    return { about, verdict: named ? 'fail' : 'unknown', why, mend };
  }
  if (persons.length === 1)
    return { about, verdict: 'pass', why: `${whose[0]!.toUpperCase()}${whose.slice(1)} was found.` };
  return {
    about,
    verdict: 'pass',
    why: `${persons.length} persons have the address of ${whose}. The agent chooses one.`,
  };
}

/** Checks whether the customer's profile can be read. */
export function profileLine(reply: Reply): Line {
  const about = 'Profile';
  if (has(reply, 404))
    return { about, verdict: 'unknown', why: 'This customer has no profile yet (404).', optional: true };
  const profile = readable(reply, (body) => readProfile(body, ''));
  if (profile !== undefined)
    return { about, verdict: 'pass', why: `The profile has ${profile.attributes.length} values.` };
  return {
    about,
    verdict: 'fail',
    why: `The profile could not be read: ${reasonOf(reply)}.`,
    mend: mendOf(reply, user),
  };
}
