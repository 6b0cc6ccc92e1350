import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const { env, platform } = process;

const commands = {
  linux: [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  windows: ['chrome.exe', 'msedge.exe', 'chromium.exe'],
};

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsApps = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

const given = (values: readonly (string | undefined)[]): string[] =>
  values.filter((value) => value !== undefined && value !== '') as string[];

function candidates(): string[] {
  const names = platform === 'win32' ? commands.windows : commands.linux;
  const onPath = given((env.PATH ?? '').split(delimiter)).flatMap((folder) => names.map((name) => join(folder, name)));
  if (platform === 'darwin') {
    const folders = given(['/Applications', env.HOME && join(env.HOME, 'Applications')]);
    return [
      ...folders.flatMap((folder) => macApps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`)),
      ...onPath,
    ];
  }
  if (platform === 'win32') {
    const folders = given([env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]);
    return [...folders.flatMap((folder) => windowsApps.map((app) => join(folder, app))), ...onPath];
  }
  return [...onPath, '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function aptInstall(): void {
  console.log('No browser found. Installing Chromium with apt-get (about a minute).');
  const aptGet = (...args: string[]) =>
    spawnSync('apt-get', args, {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  aptGet('update', '-qq'); // fails if one mirror is down, which is not an error
  aptGet('install', '-y', '-qq', '--no-install-recommends', 'chromium');
}

const mayInstall = (): boolean =>
  platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  existsSync('/usr/bin/apt-get');

const advice = 'Install Chrome, Chromium or Edge, or set CHROME_PATH to one.';

/**
 * The path of a Chromium-family browser: `CHROME_PATH`, else an installed one, else Chromium installed by apt-get (as
 * root on Debian and similar systems).
 *
 * @throws Error with one sentence that says what to install.
 */
export function findBrowser(): string {
  if (env.CHROME_PATH) {
    if (isExecutable(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH is "${env.CHROME_PATH}", which cannot be started. ${advice}`);
  }
  const installed = candidates().find(isExecutable);
  if (installed) return installed;
  if (!mayInstall()) throw new Error(`No browser found. ${advice}`);
  aptInstall();
  const added = candidates().find(isExecutable);
  if (!added) throw new Error(`Chromium could not be installed with apt-get. ${advice}`);
  return added;
}
