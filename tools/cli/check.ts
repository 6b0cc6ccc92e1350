import { parseArgs } from 'node:util';
import { checkSetup } from '../setup/check-setup.js';
import { failed, tally, type Line } from '../setup/line.js';
import { UnusableSettings, type SetupSettings } from '../setup/settings.js';
import { exitCodes, Unusable, type Command, type ExitCode, type Voice } from './command.js';
import { askHidden } from './hidden-prompt.js';

const usage = [
  'check --data-center NAME --org ID [--project ID] [--template NAME] [--customer ADDRESS] [--base-url URL] [--stream-auth query] [--listen SECONDS] [--publish] [--json]',
];

const options = {
  'data-center': { type: 'string' },
  'base-url': { type: 'string' },
  org: { type: 'string' },
  project: { type: 'string' },
  template: { type: 'string' },
  customer: { type: 'string' },
  'stream-auth': { type: 'string' },
  listen: { type: 'string' },
  publish: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  token: { type: 'string' },
} as const;

interface Asked {
  readonly settings: SetupSettings;
  readonly json: boolean;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // Node's message may contain what was typed, for example a token. So only its code is shown.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Unusable(
      `Invalid option or value (${code}).\n\nwayline ${usage.join('\n')}\n\nSet the token in the environment variable WAYLINE_TOKEN, or type it when asked.`,
    );
  }
}

function read(args: readonly string[]): Asked {
  const values = parse(args);
  if (values.token !== undefined) {
    throw new Unusable(
      'Other users can read a token on the command line, and it stays in the history. Sign out to revoke it. Then set the environment variable WAYLINE_TOKEN, or leave the token out and type it when asked.',
    );
  }
  const { 'data-center': dataCenter, 'base-url': baseUrl, 'stream-auth': streamAuth = 'header', publish } = values;
  if (dataCenter === undefined && baseUrl === undefined)
    throw new Unusable(
      `--data-center is missing.\n\nwayline ${usage.join('\n')}\n\nSet the token in the environment variable WAYLINE_TOKEN, or type it when asked.`,
    );
  if (streamAuth !== 'header' && streamAuth !== 'query') throw new Unusable('--stream-auth must be header or query.');
  const listen = Number(values.listen ?? 20);
  if (!(listen > 0 && listen <= 600)) throw new Unusable('--listen must be a number of seconds, at most 600.');
  if (publish && values.customer === undefined) {
    throw new Unusable(
      '--publish adds two events to a journey, and they cannot be removed. Name your own test customer with --customer.',
    );
  }
  const { org: organizationId, project: projectId, template: templateId, customer, json } = values;
  return {
    settings: {
      dataCenter,
      baseUrl,
      organizationId,
      projectId,
      templateId,
      customer,
      streamAuth,
      listen: listen * 1000,
      publish,
    },
    json,
  };
}

async function readToken(): Promise<string> {
  const token = (process.env['WAYLINE_TOKEN'] ?? (await askHidden('Token (nothing is shown): ')))
    .trim()
    .replace(/^Bearer\s+/i, '');
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new Unusable('This is not a valid token: it is empty, or contains spaces or line breaks.');
  return token;
}

const lineText = ({ about, verdict, why, mend, optional = false }: Line): string => {
  const head = `${verdict.padEnd(8)}${about.padEnd(17)}${why}${verdict === 'fail' && optional ? ' (The widget works without it.)' : ''}`;
  return mend === undefined ? head : `${head}\n${' '.repeat(25)}-> ${mend}`;
};

/** `wayline check`: the setup check. */
export const check: Command = {
  usage,
  async run(args, voice: Voice): Promise<ExitCode> {
    const { settings, json } = read(args);
    const token = await readToken();
    const lines: Line[] = [];
    try {
      for await (const line of checkSetup(settings, {
        token,
        fetch: (...request) => fetch(...request),
        now: Date.now,
      })) {
        lines.push(line);
        if (!json) voice.answer(lineText(line));
      }
    } catch (error) {
      throw error instanceof UnusableSettings ? new Unusable(error.message) : error;
    }
    if (json) voice.answer(JSON.stringify(lines, undefined, 2));
    voice.remark(tally(lines));
    return failed(lines) ? exitCodes.findings : exitCodes.ok;
  },
};
