import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The built program, as `npm start` runs it. */
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ackade-main-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs it until it ends, or until `until` appears in what it prints; then it is asked to stop. */
async function run(env: Record<string, string>, until = '\0') {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, DATA_DIR: folder, ...env },
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString();
    if (out.includes(until)) child.kill('SIGTERM');
  });
  child.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, errors };
}

describe('the program', () => {
  it('says where it is, and stops when asked to', async () => {
    const { code, out, errors } = await run({ PORT: '0' }, '/welcome#');
    expect(out).toMatch(/This computer: {2}http:\/\/localhost:\d+/);
    expect([code, errors]).toEqual([0, '']);
    expect(out).toMatch(/makes an account here, once:\n {2}http\S+\/welcome#[\w-]{24}\n/);
  });

  it('names every bad setting in a line of its own', async () => {
    const { code, errors } = await run({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toEqual([
      expect.stringMatching(/^PORT is "eighty"; accepted: /),
      expect.stringMatching(/^LOG_LEVEL is "loud"; accepted: /),
    ]);
  });

  it('says in one line that its port is in use', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = String(typeof address === 'object' && address ? address.port : 0);
    const { code, errors } = await run({ PORT: port });
    other.close();
    expect(code).toBe(1);
    expect(errors.trim()).toBe(
      `Port ${port} is in use. Stop what uses it, or choose another: PORT=3001 npm start`,
    );
  });
});
