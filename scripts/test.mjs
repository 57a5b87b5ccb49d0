// npm test: every test there is, from a fresh clone; the last line says how many.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, noBrowser } from './browser.mjs';
import { root, runNode } from './child.mjs';
import { addUp, countLine, countPlaywright, countVitest } from './count.mjs';
import { build, checkNode, install } from './prepare.mjs';

checkNode();
await install();
await build();

const reports = mkdtempSync(join(tmpdir(), 'ackade-test-'));
const count = addUp([await unitTests(), await endToEndTests()]);
rmSync(reports, { recursive: true });
console.log(countLine(count));
process.exitCode = count.failed > 0 ? 1 : 0;

async function unitTests() {
  const report = join(reports, 'vitest.json');
  const code = await runNode([
    ...['node_modules/vitest/vitest.mjs', 'run', '--coverage'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  return countVitest(readReport(report), code);
}

async function endToEndTests() {
  const config = 'e2e/playwright.config.ts';
  if (!existsSync(join(root, config))) {
    console.log(`No end-to-end tests: there is no ${config}.`);
    return countPlaywright(undefined, 0);
  }
  const browser = await findBrowser();
  if (browser === undefined) {
    console.error(noBrowser);
    return countPlaywright(undefined, 1);
  }
  const report = join(reports, 'playwright.json');
  const code = await runNode(
    ['node_modules/@playwright/test/cli.js', 'test', '-c', config, '--reporter=list,json'],
    { env: { ACKADE_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  return countPlaywright(readReport(report), code);
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
