// Finds a Chrome or Chromium for the browser tests, or installs one. As a program it prints the path on standard output.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** `{ path, how }`; throws an Error that says what to do when no browser can be had. */
export async function findBrowser() {
  const wanted = process.env.CHROME_PATH;
  if (wanted) {
    if (!runs(wanted)) throw new Error(`CHROME_PATH is ${wanted}, which does not run; correct it or unset it`);
    return { path: wanted, how: 'from CHROME_PATH' };
  }
  return onThisMachine() ?? (await playwrightsOwn()) ?? installedPackage() ?? (await downloaded());
}

function onThisMachine() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    const path = folders.map((folder) => join(folder, name)).find(runs);
    if (path) return { path, how: 'found on PATH' };
  }
  const path = elsewhere.find(runs);
  return path && { path, how: 'found where it is usually installed' };
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && runs(path) ? { path, how: "Playwright's own" } : undefined;
}

function installedPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  const found = onThisMachine();
  return found && { path: found.path, how: "installed the system's package" };
}

async function downloaded() {
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const own = await playwrightsOwn();
  if (own) return { path: own.path, how: "downloaded Playwright's own" };
  throw new Error('no Chrome or Chromium found, and none could be installed; install one or set CHROME_PATH');
}

/** A path alone proves little (a stub that asks for a package manager, a missing library): the browser must answer. */
function runs(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/** `Chromium 156.0.1.2`, or nothing where it does not tell. */
export function browserVersion(path) {
  try {
    return execFileSync(path, ['--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { path, how } = await findBrowser();
    console.error(`browser: ${path} (${how})`);
    console.log(path);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
