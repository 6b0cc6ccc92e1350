import { parseArgs } from 'node:util';
import { checkIdentities, NoIdentities, type Checked } from '../identities/check-identities.js';
import type { Finding } from '../identities/finding.js';
import { exitCodes, Unusable, type Command, type ExitCode, type Voice } from './command.js';
import { readText, writeText } from './files.js';

const usage = ['identities check FILE.csv [--region COUNTRY] [-o CORRECTED.csv]'];

/** The maximum file size in bytes: several hundred for each of half a million persons. */
const largest = 200_000_000;

/** The maximum number of findings shown in the terminal. */
const mostShown = 100;

const options = {
  region: { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : String(error)}\n\nwayline ${usage.join('\n')}`);
  }
}

const findingText = (path: string, { line, cell, column, what, fix, mended }: Finding): string => {
  const where = cell === 0 ? `${path}:${line}` : `${path}:${line}: column ${cell} (${column})`;
  return `${where}: ${what}. ${fix}${mended ? ' [corrected]' : ''}`;
};

function read(path: string, region: string | undefined): Checked {
  try {
    return checkIdentities(readText(path, largest), { region });
  } catch (error) {
    throw error instanceof NoIdentities ? new Unusable(`${path}: ${error.message}`) : error;
  }
}

/** `wayline identities`: checks and corrects a file of identities. */
export const identities: Command = {
  usage,
  run(args, voice: Voice): ExitCode {
    const { values, positionals } = parse(args);
    const [action, path, ...others] = positionals;
    if (action !== 'check' || path === undefined || others.length > 0)
      throw new Unusable(`wayline ${usage.join('\n')}`);
    const { findings, counts, rows, corrected } = read(path, values.region);
    for (const finding of findings.slice(0, mostShown)) voice.answer(findingText(path, finding));
    const all = [...counts.values()];
    const found = all.reduce((sum, count) => sum + count.found, 0);
    const mended = all.reduce((sum, count) => sum + count.mended, 0);
    if (found > mostShown) voice.answer(`… and ${found - mostShown} more.`);
    voice.remark(`${path}: ${rows} persons, ${found} findings. The command can correct ${mended} of them.`);
    if (values.output !== undefined) {
      writeText(values.output, corrected);
      voice.remark(`${values.output}: ${mended} findings corrected. Correct the other ${found - mended} yourself.`);
    }
    return found === 0 ? exitCodes.ok : exitCodes.findings;
  },
};
