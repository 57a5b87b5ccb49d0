// What every command needs first: a Node that is new enough, the dependencies, a build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, runProgram } from './child.mjs';
import { isInstalled } from './installed.mjs';

/** Ends the process with one line if this Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Ackade needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the dependencies unless they are there; ends the process if that fails. */
export async function install() {
  if (isUpToDate()) return;
  console.log('Installing the dependencies (npm ci); this takes a minute …');
  // `include`: with NODE_ENV=production npm would leave out what the build needs.
  const args = ['ci', '--include=dev', '--loglevel=error'];
  // Prisma would download an engine that is never used; any executable keeps it from that.
  const options = { quiet: true, env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath } };
  // npm names itself to the scripts that it runs; only without it must there be one in the PATH.
  const { npm_execpath: npm } = process.env;
  const code = npm?.endsWith('.js')
    ? await runNode([npm, ...args], options)
    : await runProgram(['npm', ...args], { ...options, shell: process.platform === 'win32' });
  if (code !== 0) fail('The dependencies could not be installed: see above.');
}

/** Builds what has changed since the last build; ends the process if that fails. */
export async function build() {
  const env = {
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  };
  const turbo = ['node_modules/turbo/bin/turbo', 'run', 'build', '--output-logs=errors-only'];
  // Unchanged sources take no time to find unchanged, and need no words.
  const notice = setTimeout(() => console.log('Building …'), 500);
  const code = await runNode(turbo, { quiet: true, env });
  clearTimeout(notice);
  if (code !== 0) fail('The build failed: see above.');
}

function isUpToDate() {
  try {
    return isInstalled(readJson('package-lock.json'), readJson('node_modules/.package-lock.json'));
  } catch {
    return false; // Nothing was ever installed, or it was interrupted.
  }
}

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

function fail(line) {
  console.error(line);
  process.exit(1);
}
