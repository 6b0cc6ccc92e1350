import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import type { ReadStream } from 'node:tty';
import { demoProjectId } from '../../../demo/scenarios/customers.js';
import { routeNames, type RouteName } from '../../../demo/emulator/faults.js';
import { askHidden } from '../../../tools/cli/hidden-prompt.js';
import { expect, test } from '../support/servers.js';

const cli = resolve(import.meta.dirname, '../../../dist/cli.js');
const secret = 'supervisor-secret-4711';

/** Runs the built CLI without a terminal. */
function wayline(args: readonly string[], token: string | undefined = secret) {
  const env: NodeJS.ProcessEnv = { ...process.env };
  delete env['WAYLINE_TOKEN'];
  if (token !== '') env['WAYLINE_TOKEN'] = token;
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  return new Promise<{ readonly code: number | null; readonly output: string }>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
  });
}

const check = (url: string, ...args: readonly string[]) => [
  ...['check', '--base-url', url, '--org', '0a1b2c3d-0000-4000-8000-000000000001', '--project', demoProjectId],
  ...['--customer', '+14155550132', ...args],
];

test('passes against the emulator, the clock included, and shows neither token nor address', async ({ emulator }) => {
  const { code, output } = await wayline(check(emulator.url, '--publish'));
  expect(output).toMatch(/1\d pass, 0 fail, 0 unknown/);
  expect(output).toMatch(/pass +Clock/);
  expect(output).toContain('delivered the published events');
  expect(output).not.toMatch(/secret|4155550132/);
  expect(code).toBe(0);
});

const lineOf: Readonly<Record<RouteName, string>> = {
  events: 'Events',
  'event-stream': 'Event stream',
  person: 'Person',
  template: 'Template',
  profile: 'Profile',
  'profile-stream': 'Profile stream',
  workspace: 'Project',
  publish: 'Publish',
  search: 'Contact records',
};
const optional: readonly RouteName[] = ['publish', 'search'];

for (const route of routeNames) {
  test(`names a failing ${route}, and one without an answer, over HTTP`, async ({ emulator }) => {
    const args = check(emulator.url, '--listen', '0.3', ...(route === 'publish' ? ['--publish'] : []));
    for (const [fault, says] of [
      [{ status: 500 }, 'service error \\(500'],
      [{ network: true }, 'no response: the connection was closed'],
    ] as const) {
      emulator.faults.clear();
      emulator.faults.add({ route, ...fault });
      const { code, output } = await wayline(args);
      expect(output).toMatch(new RegExp(`fail +${lineOf[route]} .*${says}`));
      expect(code).toBe(optional.includes(route) ? 0 : 1);
    }
  });
}

for (const [stream, says] of [
  ['drop', 'the connection broke'],
  ['end', 'the service closed the connection'],
] as const) {
  test(`names a stream that ends by ${stream}, over HTTP`, async ({ emulator }) => {
    emulator.faults.add({ stream, after: 1 });
    const { code, output } = await wayline(check(emulator.url, '--publish'));
    expect(output).toMatch(new RegExp(`fail +Event stream .*${says}`));
    expect(code).toBe(1);
  });
}

test('names a host that does not respond', async () => {
  const { code, output } = await wayline(check('http://127.0.0.1:9'));
  expect(output).toMatch(/fail +Journey service +no response/);
  expect(code).toBe(1);
});

test('names a refused token', async ({ emulator }) => {
  const { code, output } = await wayline(check(emulator.url), 'expired-secret');
  expect(output).toMatch(/fail +Token .*has expired/);
  expect(output).not.toContain('expired-secret');
  expect(code).toBe(1);
});

test('writes JSON for other programs', async ({ emulator }) => {
  const { output } = await wayline(check(emulator.url, '--listen', '0.1', '--json'));
  const lines = JSON.parse(output.slice(0, output.lastIndexOf(']') + 1)) as readonly { readonly about: string }[];
  expect(lines.map(({ about }) => about)).toContain('Events');
});

const unusable: readonly (readonly [name: string, args: readonly string[], token: string | undefined, says: RegExp])[] =
  [
    [
      'a token as an argument',
      check('http://127.0.0.1:9', '--token', 'typed-secret'),
      undefined,
      /stays in the history/,
    ],
    [
      'an option that is none',
      check('http://127.0.0.1:9', '--tokn=typed-secret'),
      undefined,
      /Invalid option or value/,
    ],
    ['no data center', ['check'], undefined, /--data-center is missing/],
    ['an unknown data center', ['check', '--data-center', 'nowhere'], undefined, /nowhere is not known/],
    ['a base URL without TLS', check('http://journeys.example.com'), undefined, /is not allowed/],
    ['an invalid token', check('http://127.0.0.1:9'), 'two words', /This is not a valid token/],
    ['no token and no terminal', check('http://127.0.0.1:9'), '', /Set the environment variable WAYLINE_TOKEN/],
    [
      'a test event without a customer',
      ['check', '--data-center', 'produs1', '--publish'],
      undefined,
      /Name your own test customer/,
    ],
  ];

for (const [name, args, token, says] of unusable) {
  test(`ends with 2 and a message for ${name}`, async () => {
    const { code, output } = await wayline(args, token);
    expect(output).toMatch(says);
    expect(output).not.toMatch(/typed-secret|\n\s+at /);
    expect(code).toBe(2);
  });
}

test('asks for the token without showing it', async () => {
  const keys = new EventEmitter();
  const modes: boolean[] = [];
  const terminal = Object.assign(keys, {
    isTTY: true,
    setRawMode: (mode: boolean) => modes.push(mode),
    resume: () => undefined,
    pause: () => undefined,
  }) as unknown as ReadStream;
  const written: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  try {
    const answer = askHidden('Token: ', terminal);
    for (const key of ['s', 'x', '\u007f', 'ecret', '\r']) keys.emit('data', key);
    expect(await answer).toBe('secret');
    const broken = askHidden('Token: ', terminal);
    keys.emit('data', '\u0003');
    await expect(broken).rejects.toThrow('Nothing was checked');
  } finally {
    process.stderr.write = write;
  }
  expect(modes).toEqual([true, false, true, false]);
  expect(written.join('')).toBe('Token: \nToken: \n');
});
