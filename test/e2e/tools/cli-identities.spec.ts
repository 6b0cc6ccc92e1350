import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test as base } from '@playwright/test';

const cli = resolve(import.meta.dirname, '../../../dist/cli.js');
const header = 'Id,First Name,Last Name,Email Addresses,Phone Numbers,Customer Ids';

/** Each test has its own folder. */
const test = base.extend<{ readonly folder: string }>({
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'wayline-identities-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

function wayline(folder: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [cli, 'identities', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  return new Promise<{ readonly code: number | null; readonly output: string }>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
  });
}

test('shows each error with its line and column, and writes a corrected file', async ({ folder }) => {
  const text = [header, ',Ann,Berg,ann@example,030 123456,', ',Li,,li@example.org,,', ''].join('\r\n');
  await writeFile(join(folder, 'people.csv'), text);
  const { code, output } = await wayline(folder, 'check', 'people.csv', '--region', 'DE', '-o', 'right.csv');
  expect(output).toContain(
    'people.csv:2: column 4 (Email Addresses): “ann@example”: this is not a valid email address',
  );
  expect(output).toContain(
    'people.csv:2: column 5 (Phone Numbers): “030 123456”: the country code is missing. Write it as +4930123456. [corrected]',
  );
  expect(output).toContain('2 persons, 2 findings. The command can correct 1 of them');
  expect(code).toBe(1);
  expect(await readFile(join(folder, 'right.csv'), 'utf8')).toBe(text.replace('030 123456', '+4930123456'));
});

test('ends with 0 for a correct file of any length', async ({ folder }) => {
  const lines = Array.from(
    { length: 100_000 },
    (_, index) => `,Ann,Berg,a${index}@example.org,+1415${5_550_000 + index},C${index}`,
  );
  await writeFile(join(folder, 'people.csv'), [header, ...lines, ''].join('\n'));
  const { code, output } = await wayline(folder, 'check', 'people.csv');
  expect(output).toContain('100000 persons, 0 findings');
  expect(code).toBe(0);
});

const unusable: Readonly<
  Record<string, readonly [content: string | Uint8Array, args: readonly string[], says: RegExp]>
> = {
  'a file of another kind': ['{"area": {}}', ['check', 'people.csv'], /has no column with addresses/],
  'a file that is no text': [new Uint8Array([0xff, 0xfe, 0x41, 0x00]), ['check', 'people.csv'], /not a UTF-8 file/],
  'no such file': ['', ['check', 'other.csv'], /the file or folder does not exist/],
  'a country that is none': [header, ['check', 'people.csv', '--region', 'Germany'], /Germany is not a country code/],
  'no file': ['', ['check'], /identities check FILE\.csv/],
  'an option that is none': ['', ['check', 'people.csv', '--x'], /--x/],
};

for (const [name, [content, args, says]] of Object.entries(unusable)) {
  test(`ends with 2 and a message for ${name}`, async ({ folder }) => {
    await writeFile(join(folder, 'people.csv'), content);
    const { code, output } = await wayline(folder, ...args);
    expect(output).toMatch(says);
    expect(output).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });
}
