import packageJson from '../../package.json' with { type: 'json' };
import { check } from './check.js';
import { exitCodes, Unusable, type Command, type ExitCode, type Voice } from './command.js';
import { identities } from './identities.js';
import { layout } from './layout.js';

/** By the first word after `wayline`. */
const commands: Readonly<Record<string, Command>> = { layout, check, identities };

const voice: Voice = {
  answer: (text) => void process.stdout.write(`${text}\n`),
  answerExactly: (text) => void process.stdout.write(text),
  remark: (text) => void process.stderr.write(`${text}\n`),
};

const usage = (): string =>
  [
    'Usage:',
    ...Object.values(commands).flatMap((command) => command.usage.map((line) => `  wayline ${line}`)),
    '  wayline --version',
    '',
    'Exit codes: 0 no findings, 1 findings, 2 the file could not be read.',
  ].join('\n');

async function run([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === '--version') {
    voice.answer(packageJson.version);
    return exitCodes.ok;
  }
  if (name === undefined || name === '--help' || name === 'help') {
    voice.answer(usage());
    return name === undefined ? exitCodes.unusable : exitCodes.ok;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new Unusable(`There is no command "${name}".\n\n${usage()}`);
  return command.run(args, voice);
}

// A reader such as `| head` closes the pipe early. This is not an error.
process.stdout.on('error', () => process.exit());

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  voice.remark(error instanceof Unusable ? message : `Internal error in wayline: ${message}`);
  process.exitCode = exitCodes.unusable;
}
