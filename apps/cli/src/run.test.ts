import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { capturePath } from '../../../packages/tcp/test/capture-file.ts';
import { ackade, sink } from '../test/ackade.ts';
import { run } from './run.ts';

const HANDSHAKE = capturePath('01-handshake-data-close');

describe('ackade', () => {
  it.each([['--help'], ['-h']])('%s says what there is', async (...argv) => {
    const { exit, stdout, stderr } = await ackade(argv);
    expect([exit, stderr]).toEqual([0, '']);
    for (const command of ['step', 'judge', 'ladder', 'questions'])
      expect(stdout).toContain(`\n  ${command} `);
  });

  it.each([['step'], ['judge'], ['ladder'], ['questions']])(
    '%s --help says how it is used',
    async (command) => {
      const { exit, stdout } = await ackade([command, '--help']);
      expect(exit).toBe(0);
      expect(stdout).toMatch(new RegExp(`^Usage: ackade ${command}`));
      expect(stdout).toContain('Exit codes:');
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
    },
  );

  it('--version says the version', async () => {
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect(await ackade(['--version'])).toEqual({ exit: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each<[what: string, argv: string[], stderr: string | RegExp]>([
    ['nothing', [], 'ackade: usage: a command is needed; see ackade --help\n'],
    ['no command', ['jugde'], 'ackade: usage: there is no command "jugde"; see ackade --help\n'],
    ['an inherited name', ['toString'], /^ackade: usage: there is no command "toString"/],
    [
      'an unknown option',
      ['judge', '--jsno', 'x'],
      /^ackade judge: usage: .*'--jsno'.*; see ackade judge --help\n$/,
    ],
    [
      'an option of another command',
      ['ladder', '--json', 'x'],
      /^ackade ladder: usage: .*'--json'/,
    ],
    ['a value for an option', ['judge', '--json=yes', 'x'], /^ackade judge: usage: .*'--json'/],
    [
      'no file',
      ['judge'],
      'ackade judge: usage: a file is needed ("-" is standard input); see ackade judge --help\n',
    ],
    ['a file for step', ['step', 'x'], /^ackade step: usage: .*'x'/],
  ])('refuses %s', async (_, argv, stderr) => {
    const told = typeof stderr === 'string' ? stderr : expect.stringMatching(stderr);
    expect(await ackade(argv)).toEqual({ exit: 2, stdout: '', stderr: told });
  });

  it.each([
    ['step', endless(Buffer.from('{"event":{"call":"OPEN"}}\n'))],
    ['judge', endless(Buffer.alloc(0))],
    ['ladder', endless(Buffer.alloc(0))],
  ])('%s ends quietly when its reader goes away', async (command, stdin) => {
    const stderr = sink();
    const argv = command === 'step' ? [command] : [command, HANDSHAKE, '-'];
    const exit = await run(argv, { stdin, stdout: closedPipe(), stderr, env: {} });
    expect([exit, stderr.text()]).toEqual([0, '']);
  });

  it('does not mind that nobody hears its complaints', async () => {
    const exit = await run(['judge', '/nowhere'], {
      stdin: endless(Buffer.alloc(0)),
      stdout: sink(),
      stderr: closedPipe(),
      env: {},
    });
    expect(exit).toBe(2);
  });

  it.each([
    ['step', ['step']],
    ['judge', ['judge', HANDSHAKE]],
    ['--help', ['--help']],
  ])('%s says that its answer cannot be written', async (_, argv) => {
    const stdout = failing('ENOSPC');
    const stderr = sink();
    const stdin = endless(Buffer.from('{"event":{"call":"OPEN"}}\n'));
    expect(await run(argv, { stdin, stdout, stderr, env: {} })).toBe(2);
    expect(stderr.text()).toBe('ackade: standard output: cannot-write: ENOSPC: write\n');
  });

  it('waits for a reader that is slow', async () => {
    let waiting = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _, done) {
        waiting += chunk.length;
        most = Math.max(most, waiting);
        setImmediate(() => {
          waiting -= chunk.length;
          done();
        });
      },
    });
    async function* many(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 50; i++) yield Buffer.from('{"event":{"call":"STATUS"}}\n'.repeat(100));
    }
    await run(['step'], { stdin: many(), stdout: slow, stderr: sink(), env: {} });
    expect(most).toBeLessThan(100_000);
    expect(slow.writableLength).toBe(0);
  });
});

async function* endless(chunk: Uint8Array): AsyncGenerator<Uint8Array> {
  for (;;) {
    yield chunk;
    // A stream lets others run, too, so that an error can be heard of.
    await new Promise(setImmediate);
  }
}

/** A stream that fails at its first write, as those of the system do. */
const failing = (code: string): Writable =>
  new Writable({
    write: (_, __, done) =>
      done(Object.assign(new Error(`${code}: write`), { code, syscall: 'write' })),
  });
const closedPipe = (): Writable => failing('EPIPE');
