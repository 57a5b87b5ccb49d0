import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/ackade.mjs', import.meta.url));
const OPEN = '{"event":{"call":"OPEN"}}\n';

const start = (...argv: string[]) => spawn(process.execPath, [BIN, ...argv]);

describe('ackade as a process', () => {
  it('holds a conversation', async () => {
    const child = start('step');
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const state of ['SYN-SENT', 'SYN-SENT']) {
      child.stdin.write(OPEN);
      const { value } = await lines.next();
      expect(JSON.parse(value).tcb.state).toBe(state);
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('ends quietly when its reader goes away, though its input does not end', async () => {
    const child = start('step');
    child.stdin.on('error', () => {}); // It is the child that ends it.
    const complaints = text(child.stderr);
    const closed = once(child, 'close');
    child.stdin.write(OPEN);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write(OPEN.repeat(10_000));
    expect(await closed).toEqual([0, null]);
    expect(await complaints).toBe('');
  });

  it('gives its exit code', async () => {
    const child = start('judge', '/nowhere');
    expect(await text(child.stderr)).toMatch(/^ackade: \/nowhere: cannot-read: /);
    expect(child.exitCode ?? (await once(child, 'close'))[0]).toBe(2);
  });
});
