import { parseArgs } from 'node:util';
import { addTo } from '../layout/add.js';
import type { Changed, Step } from '../layout/change.js';
import { checkLayout } from '../layout/check.js';
import { largestLayout, readDocument, UnreadableLayout, type LayoutDocument } from '../layout/document.js';
import { explainLayout } from '../layout/explain.js';
import type { Finding } from '../layout/finding.js';
import { isRole, roles, type Role } from '../layout/places.js';
import { removeFrom } from '../layout/remove.js';
import { scriptProblem } from '../layout/script-address.js';
import { exitCodes, Unusable, type Command, type ExitCode, type Voice } from './command.js';
import { readText, writeText } from './files.js';

const usage = [
  'layout check FILE',
  'layout explain FILE',
  'layout add FILE --script URL [--role ROLE …] [--page] [--no-panel] [--last] [--project ID] [--replace-cisco] [-o OUT]',
  'layout remove FILE [--all] [-o OUT]',
];

function read(path: string): LayoutDocument {
  const text = readText(path, largestLayout * 3);
  try {
    return readDocument(text);
  } catch (error) {
    if (!(error instanceof UnreadableLayout)) throw error;
    const { line, column } = error.position;
    throw new Unusable(`${path}:${line}:${column}: ${error.message}.`);
  }
}

/** The maximum number of findings shown in the terminal: a layout can have thousands. */
const mostShown = 100;

const findingText = (path: string, { position, level, rule, what, why, fix }: Finding): string =>
  [`${path}:${position.line}:${position.column}: ${level} (${rule}): ${what}`, `  ${why}`, `  ${fix}`].join('\n');

function check(path: string, voice: Voice): ExitCode {
  const findings = checkLayout(read(path));
  for (const finding of findings.slice(0, mostShown)) voice.answer(findingText(path, finding));
  if (findings.length > mostShown) voice.answer(`… and ${findings.length - mostShown} more.`);
  const errors = findings.filter(({ level }) => level === 'error').length;
  voice.remark(
    findings.length === 0
      ? `${path}: no findings.`
      : `${path}: ${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}.`,
  );
  return findings.length === 0 ? exitCodes.ok : exitCodes.findings;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const did: Readonly<Record<Step['did'], string>> = {
  added: 'Wayline was added',
  already: 'Wayline is already there',
  replaced: "Cisco's widget was replaced",
  removed: 'Wayline was removed',
  restored: "Cisco's widget was restored",
  left: 'not changed',
  refused: 'not possible',
};

const places: Readonly<Record<Step['place'], string>> = { panel: ', panel', page: ', page', node: '' };

const stepText = ({ role, place, did: what, position, reason }: Step): string => {
  const where = `${role ?? 'all roles'}${places[place]}, line ${position.line}`;
  return `${where}: ${did[what]}${reason === '' ? '' : `. ${reason}`}`;
};

/** Shows the steps and writes the layout, unless a step was refused. */
function hand(document: LayoutDocument, { text, steps }: Changed, out: string | undefined, voice: Voice): ExitCode {
  for (const step of steps) voice.remark(stepText(step));
  if (steps.some((step) => step.did === 'refused')) {
    voice.remark('Nothing was written.');
    return exitCodes.findings;
  }
  if (text === document.text) voice.remark('The layout was not changed.');
  if (out === undefined) voice.answerExactly(text);
  else writeText(out, text);
  return exitCodes.ok;
}

function rolesFrom(names: readonly string[] | undefined): readonly Role[] | undefined {
  return names
    ?.flatMap((name) => name.split(','))
    .map((name) => {
      if (isRole(name)) return name;
      throw new Unusable(`There is no role "${name}". Use ${roles.join(', ')}.`);
    });
}

const options = {
  script: { type: 'string' },
  role: { type: 'string', multiple: true },
  page: { type: 'boolean' },
  'no-panel': { type: 'boolean' },
  last: { type: 'boolean' },
  project: { type: 'string' },
  'replace-cisco': { type: 'boolean' },
  all: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
} as const;

/** The options of each action. */
const known: Readonly<Record<string, readonly (keyof typeof options)[]>> = {
  check: [],
  explain: [],
  add: ['script', 'role', 'page', 'no-panel', 'last', 'project', 'replace-cisco', 'out'],
  remove: ['all', 'out'],
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Unusable(error instanceof Error ? error.message : String(error));
  }
}

const howTo = (): string => ['Usage:', ...usage.map((line) => `  wayline ${line}`)].join('\n');

function run([name = '', ...args]: readonly string[], voice: Voice): ExitCode {
  if (!Object.hasOwn(known, name)) throw new Unusable(howTo());
  const { values, positionals } = parsed(args);
  const odd = Object.keys(values).find((option) => !known[name]?.some((each) => each === option));
  if (odd !== undefined) throw new Unusable(`"layout ${name}" has no option --${odd}.\n${howTo()}`);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new Unusable(`"layout ${name}" takes one file.\n${howTo()}`);

  if (name === 'check') return check(path, voice);
  const document = read(path);
  if (name === 'explain') {
    voice.answer(explainLayout(document).join('\n'));
    return exitCodes.ok;
  }
  if (name === 'remove') return hand(document, removeFrom(document, { all: values.all }), values.out, voice);

  const { script, page, 'no-panel': noPanel, project } = values;
  const problem = script === undefined ? 'Set --script to the address of loader.js.' : scriptProblem(script);
  if (script === undefined || problem !== undefined) throw new Unusable(`${problem}\n${howTo()}`);
  if (noPanel === true && page !== true) throw new Unusable('--no-panel needs --page.');
  const changed = addTo(document, {
    script,
    page,
    noPanel,
    project,
    roles: rolesFrom(values.role),
    tab: values.last === true ? 'last' : 'first',
    replaceCisco: values['replace-cisco'],
  });
  return hand(document, changed, values.out, voice);
}

/** `wayline layout`: checks and changes a desktop layout. */
export const layout: Command = { usage, run };
