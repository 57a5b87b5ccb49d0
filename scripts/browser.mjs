import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { runNode, runProgram } from './child.mjs';

/**
 * The path of a Chromium or Chrome for the tests: the one that ACKADE_BROWSER names, or one that is
 * there, or one installed now; undefined if there is none to be had.
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  const { ACKADE_BROWSER } = process.env;
  return (
    ACKADE_BROWSER ??
    existing(playwrightsOwn()) ??
    onThisSystem() ??
    (await downloaded()) ??
    (await fromPackageManager())
  );
}

export const noBrowser =
  'No browser for the end-to-end tests: install Google Chrome or Chromium, or name one in ACKADE_BROWSER.';

function playwrightsOwn() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  return chromium.executablePath();
}

function onThisSystem() {
  const names = [
    'chromium-headless-shell',
    ...['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'],
  ];
  const { PATH = '', ProgramFiles } = process.env;
  const folders = PATH.split(delimiter);
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...(ProgramFiles ? [join(ProgramFiles, 'Google/Chrome/Application/chrome.exe')] : []),
  ].find(existsSync);
}

async function downloaded() {
  console.log('Looking for a browser (playwright install chromium) …');
  await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { quiet: true });
  return existing(playwrightsOwn());
}

async function fromPackageManager() {
  if (!existsSync('/etc/debian_version')) return undefined;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) =>
    runProgram([...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args], {
      quiet: true,
    });
  console.log('Installing a browser (apt-get install chromium) …');
  await apt('update', '-q');
  // The shell, which has no windows to draw, takes a fifth less time; older releases do not have it.
  for (const chromium of ['chromium-headless-shell', 'chromium']) {
    await apt('install', '-q', '-y', chromium, 'fonts-noto-cjk');
    const browser = onThisSystem();
    if (browser) return browser;
  }
  return undefined;
}

const existing = (path) => (existsSync(path) ? path : undefined);
