import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenLayouts, hostileFiles, soundLayout } from '../../tools/broken-layouts.js';
import { ciscoLayout } from '../../tools/cisco-layout.js';
import { expect, test } from '../support/servers.js';

const script = 'https://cdn.example.com/wayline/loader.js';

function wayline(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return { status, stdout, stderr };
}

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayline-cli-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A failed run ends with a message. A stack trace would show the paths of the code. */
function expectWords({ status, stdout, stderr }: ReturnType<typeof wayline>, says: RegExp): void {
  expect(stderr).toMatch(says);
  expect(stderr).not.toMatch(/\n\s+at |cli\.js:|Internal error in wayline/);
  expect(stdout).toBe('');
  expect(status).toBe(2);
}

test('every layout of the project passes the check', () => {
  for (const name of readdirSync('layout')) {
    expect(wayline('layout', 'check', join('layout', name))).toMatchObject({ status: 0, stdout: '' });
  }
});

test('the check shows each finding with its rule, its line, the reason and the next step', () => {
  for (const { rule, text } of brokenLayouts) {
    const path = file('broken.json', text);
    const { status, stdout } = wayline('layout', 'check', path);
    expect(stdout, rule).toMatch(/broken\.json:\d+:\d+: (error|warning) \([\w-]+\): .+\n {2}.+\n {2}.+\n/);
    expect(stdout).toContain(`(${rule})`);
    expect(status).toBe(1);
  }
});

test('a hostile, truncated or foreign file ends the check with a message and 2', () => {
  for (const { says, make } of hostileFiles) {
    expectWords(wayline('layout', 'check', file('hostile.json', make())), says);
  }
  expectWords(wayline('layout', 'check', file('utf16.json', Buffer.from(soundLayout, 'utf16le'))), /not a UTF-8 file/);
  expectWords(
    wayline('layout', 'check', file('picture.json', Buffer.from([0x89, 0x50, 0xff, 0xfe]))),
    /not a UTF-8 file/,
  );
  expectWords(wayline('layout', 'check', join(folder, 'missing.json')), /does not exist/);
  expectWords(wayline('layout', 'check', folder), /this is a folder, not a file/);
});

test('the remove command restores the exact file, and the add command adds Wayline only once', () => {
  const flat = JSON.stringify({ version: '0.1.0', area: {} });
  const files = {
    'roles.json': soundLayout,
    'crlf.json': `\uFEFF${soundLayout.replaceAll('\n', '\r\n').replaceAll('  ', '\t')}`,
    'flat.json': flat,
    'cisco.json': ciscoLayout,
    'ours.json': readFileSync('layout/page-only.json', 'utf8'),
  };
  for (const [name, text] of Object.entries(files)) {
    const input = file(name, text);
    const [once, twice, back] = ['once', 'twice', 'back'].map((each) => join(folder, `${each}-${name}`)) as [
      string,
      string,
      string,
    ];
    const options =
      name === 'ours.json' ? ['--script', 'https://wayline.example.com/wayline.js'] : ['--script', script];
    const wishes = [...options, '--page', '--replace-cisco', '-o'];
    expect(wayline('layout', 'add', input, ...wishes, once), name).toMatchObject({ status: 0, stdout: '' });
    expect(wayline('layout', 'add', once, ...wishes, twice)).toMatchObject({ status: 0 });
    expect(wayline('layout', 'remove', once, '-o', back)).toMatchObject({ status: 0 });
    expect(readFileSync(once, 'utf8')).not.toBe(text);
    expect(readFileSync(twice).equals(readFileSync(once))).toBe(true);
    expect(readFileSync(back).equals(Buffer.from(text))).toBe(true);
    expect(wayline('layout', 'check', once)).toMatchObject({ status: 0 });
  }
});

test('the command without -o writes only the layout to the output, for the next program', () => {
  const input = file('layout.json', soundLayout);
  const added = wayline('layout', 'add', input, '--script', script);
  expect(added.stderr).toContain('agent, panel');
  const again = file('again.json', added.stdout);
  expect(wayline('layout', 'remove', again).stdout).toBe(soundLayout);
});

test('the remove command keeps an entry that was added by hand, and reports it; --all removes it', () => {
  const ours = 'layout/panel-only.json';
  const { stdout, stderr } = wayline('layout', 'remove', ours);
  expect(stdout).toBe(readFileSync(ours, 'utf8'));
  expect(stderr).toContain('not changed. It was added by hand.');
  const without = wayline('layout', 'remove', ours, '--all').stdout;
  expect(without).not.toContain('wayline');
  expect(wayline('layout', 'check', file('without.json', without)).status).toBe(0);
});

test('the command explains with the line why a change is not possible, and writes nothing', () => {
  const out = join(folder, 'out.json');
  const refusals: readonly [text: string, args: readonly string[], says: RegExp][] = [
    ['{\n"area": {\n"panel": {"comp": "acme-panel"}}}', [], /panel, line 3: not possible. The panel has no tabs/],
    ['{"area": {}}', ['--role', 'agent'], /same for all roles/],
    ['{"agent": {"area": {}}}', ['--role', 'supervisor'], /no part for this role/],
    ['{"version": "1"}', [], /not a layout/],
    [readFileSync('layout/flat.json', 'utf8'), [], /another script/],
  ];
  for (const [text, args, says] of refusals) {
    const { status, stderr } = wayline('layout', 'add', file('in.json', text), '--script', script, ...args, '-o', out);
    expect(stderr).toMatch(says);
    expect(stderr).toContain('Nothing was written.');
    expect(status).toBe(1);
    expect(existsSync(out)).toBe(false);
  }
});

test('a wrong call shows the usage', () => {
  const input = file('layout.json', soundLayout);
  const calls: readonly [args: readonly string[], says: RegExp][] = [
    [['layout'], /Usage:/],
    [['layout', 'toString', input], /Usage:/],
    [['constructor'], /no command "constructor"/],
    [['layout', 'check'], /takes one file/],
    [['layout', 'check', input, '--page'], /no option --page/],
    [['layout', 'check', input, '--nonsense'], /nonsense/],
    [['layout', 'add', input], /--script/],
    [['layout', 'add', input, '--script', 'wayline.js'], /full address/],
    [['layout', 'add', input, '--script', 'http://cdn.example.com/wayline.js'], /https/],
    [
      ['layout', 'add', input, '--script', 'https://me:secret@cdn.example.com/wayline.js'],
      /must not contain a user name or password/,
    ],
    [['layout', 'add', input, '--script', script, '--role', 'admin'], /no role "admin"/],
    [['layout', 'add', input, '--script', script, '--no-panel'], /--page/],
    [['layout', 'add', input, '--script', script, '-o', join(folder, 'no', 'such')], /does not exist/],
  ];
  for (const [args, says] of calls) expectWords(wayline(...args), says);
  expect(wayline('--help')).toMatchObject({ status: 0, stderr: '' });
  expect(wayline('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('the command describes a layout in words', () => {
  const { status, stdout } = wayline('layout', 'explain', file('cisco.json', ciscoLayout));
  expect(status).toBe(0);
  expect(stdout).toContain("Cisco's journey widget in line");
  expect(stdout).toContain('page "Journey search" at journey: customer-journey-widget');
});
