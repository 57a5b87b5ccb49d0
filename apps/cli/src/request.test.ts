import { describe, expect, it } from 'vitest';
import { ackade } from '../test/ackade.ts';
import { ESTABLISHED, OPEN, step } from '../test/stepping.ts';

describe('ackade step refuses', () => {
  const { snd, rcv } = ESTABLISHED;
  const segment = { ctl: ['ACK'], seq: 301, ack: 101, wnd: 65535, len: 0 };
  const on = (tcb: object): object => ({ tcb, event: { call: 'STATUS' } });

  it.each<[what: string, line: object | string, code: string, message: string | RegExp]>([
    ['what is no JSON', '{"event":', 'not-json', /JSON/],
    ['what is no object', '[1]', 'wrong-type', 'Invalid input: expected object, received array'],
    ['an object without an event', {}, 'missing-key', /^event: /],
    [
      'an event of no kind',
      { event: {} },
      'missing-key',
      /^event: must have one of segment, call, timeout$/,
    ],
    [
      'two events at once',
      { event: { call: 'OPEN', timeout: 'user' } },
      'unknown-key',
      /^event: unknown key timeout/,
    ],
    [
      'an unknown key',
      { ...OPEN, tbc: 1 },
      'unknown-key',
      'unknown key tbc; the keys are tcb, event',
    ],
    [
      'an unknown key inside',
      { event: { segment: { ...segment, sqe: 1 } } },
      'unknown-key',
      /^event\.segment: unknown key sqe; the keys are ctl, seq, ack, wnd, up, len$/,
    ],
    [
      'a key of all objects',
      '{"event":{"call":"OPEN","__proto__":{"call":"ABORT"}}}',
      'unknown-key',
      /^event: unknown key __proto__/,
    ],
    [
      'an inherited name as a key',
      '{"event":{"call":"OPEN","constructor":1}}',
      'unknown-key',
      /constructor/,
    ],
    ['an unknown call', { event: { call: 'LISTEN' } }, 'unknown-value', /^event\.call: .*'STATUS'/],
    [
      'an unknown timeout',
      { event: { timeout: 'keep-alive' } },
      'unknown-value',
      /^event\.timeout: .*"time-wait"/,
    ],
    [
      'an unknown control bit',
      { event: { segment: { ...segment, ctl: ['ACk'] } } },
      'unknown-value',
      /^event\.segment\.ctl\.0: /,
    ],
    ['an unknown state', on({ state: 'OPEN' }), 'unknown-value', /^tcb\.state: .*'TIME-WAIT'/],
    ['a missing state', on({}), 'missing-key', /^tcb\.state: /],
    [
      'a missing variable',
      on({ ...ESTABLISHED, snd: { ...snd, una: undefined } }),
      'missing-key',
      /^tcb\.snd\.una: /,
    ],
    [
      'variables in CLOSED',
      on({ state: 'CLOSED', snd }),
      'unknown-key',
      /^tcb: unknown key snd; the keys are state, nextIss, options, rcv$/,
    ],
    [
      'a negative number',
      { event: { segment: { ...segment, seq: -1 } } },
      'out-of-range',
      /^event\.segment\.seq: .*>=0/,
    ],
    [
      'a number of 33 bits',
      { event: { segment: { ...segment, seq: 2 ** 32 } } },
      'out-of-range',
      /<=4294967295/,
    ],
    [
      'a window of 17 bits',
      { event: { segment: { ...segment, wnd: 65536 } } },
      'out-of-range',
      /<=65535/,
    ],
    ['a fraction', { event: { segment: { ...segment, len: 0.5 } } }, 'wrong-type', /expected int/],
    [
      'a number too large for a double',
      '{"event":{"call":"SEND","len":1e999}}',
      'wrong-type',
      /Infinity/,
    ],
    ['to send nothing', { event: { call: 'SEND', len: 0 } }, 'out-of-range', /^event\.len: /],
    [
      'a number in a string',
      { event: { segment: { ...segment, seq: '1' } } },
      'wrong-type',
      /expected number, received string/,
    ],
    [
      'ACK without ack',
      { event: { segment: { ...segment, ack: undefined } } },
      'missing-key',
      /^event\.segment\.ack: /,
    ],
    [
      'ack without ACK',
      { event: { segment: { ...segment, ctl: [] } } },
      'inconsistent',
      /^event\.segment\.ack: /,
    ],
    [
      'up without URG',
      { event: { segment: { ...segment, up: 1 } } },
      'inconsistent',
      /^event\.segment\.up: /,
    ],
    [
      'SND.UNA after SND.NXT',
      on({ ...ESTABLISHED, snd: { ...snd, una: 102 } }),
      'inconsistent',
      /^tcb\.snd: /,
    ],
    [
      'a FIN that is not the last',
      on({ ...ESTABLISHED, state: 'CLOSING', snd: { ...snd, nxt: 105, fin: 103 } }),
      'inconsistent',
      /^tcb\.snd: /,
    ],
    [
      'octets that wait behind a FIN',
      on({ ...ESTABLISHED, state: 'CLOSING', snd: { ...snd, una: 100, fin: 100, queued: 1 } }),
      'inconsistent',
      /^tcb\.snd: /,
    ],
    [
      'a FIN in a state before CLOSE',
      on({ ...ESTABLISHED, snd: { ...snd, una: 100, fin: 100 } }),
      'inconsistent',
      /^tcb: the state is one before our CLOSE/,
    ],
    [
      'octets held out of order',
      on({
        ...ESTABLISHED,
        rcv: {
          ...rcv,
          held: [
            { from: 320, end: 330 },
            { from: 310, end: 315 },
          ],
        },
      }),
      'inconsistent',
      /^tcb\.rcv: /,
    ],
    [
      'octets held that are past',
      on({ ...ESTABLISHED, rcv: { ...rcv, held: [{ from: 290, end: 330 }] } }),
      'inconsistent',
      /^tcb\.rcv: /,
    ],
    [
      'a FIN held that is past',
      on({ ...ESTABLISHED, rcv: { ...rcv, fin: 299 } }),
      'inconsistent',
      /^tcb\.rcv: /,
    ],
  ])('%s', async (_, line, code, message) => {
    const { exit, answers } = await step(OPEN, line, { event: { call: 'STATUS' } });
    const told = typeof message === 'string' ? message : expect.stringMatching(message);
    expect(exit).toBe(1);
    expect(answers[1]).toEqual({
      error: { code, message: told, line: 2 },
    });
    // And nothing has changed.
    expect(answers[2]?.tcb).toEqual(answers[0]?.tcb);
  });

  it('a line of more than 1 MiB, without holding it', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 64; i++) yield Buffer.alloc(65_536, 32);
      yield Buffer.from(`\n${JSON.stringify(OPEN)}\n`);
    }
    const { exit, stdout } = await ackade(['step'], { stdin: endless() });
    const [refused, answered] = stdout.split('\n').map((line) => line && JSON.parse(line));
    expect(exit).toBe(1);
    expect(refused).toEqual({
      error: { code: 'line-too-long', message: 'longer than 1048576 octets', line: 1 },
    });
    expect(answered.tcb.state).toBe('SYN-SENT');
  });

  it('nesting without bound, quickly', async () => {
    const { answers } = await step(
      `{"event":${'['.repeat(500_000)}`,
      `{"tcb":${'['.repeat(400_000)}${']'.repeat(400_000)},"event":{}}`,
    );
    expect(answers.map(({ error }) => error?.code)).toEqual(['not-json', 'wrong-type']);
  });

  it('to go on when standard input cannot be read', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${JSON.stringify(OPEN)}\n`);
      throw new Error('EISDIR: illegal operation on a directory, read');
    }
    const { exit, stdout, stderr } = await ackade(['step'], { stdin: broken() });
    expect(exit).toBe(2);
    expect(stdout).toContain('SYN-SENT');
    expect(stderr).toBe(
      'ackade: standard input: cannot-read: EISDIR: illegal operation on a directory, read\n',
    );
  });
});
