import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ackade, piped, sink } from '../test/ackade.ts';
import { dice, randomLines, vectors } from '../test/random-lines.ts';
import { ESTABLISHED, OPEN, step } from '../test/stepping.ts';
import { PROBLEMS } from './problem.ts';
import { run } from './run.ts';

const SYN_ACK = {
  event: { segment: { ctl: ['SYN', 'ACK'], seq: 300, ack: 1, wnd: 1000, len: 0 } },
};
const shape = (s: { ctl?: unknown; seq?: unknown; ack?: unknown }): string => {
  const bits = (s.ctl as string[]).filter((bit) => bit !== 'PSH' && bit !== 'URG').sort();
  return `${bits.join()} ${s.seq}${bits.includes('ACK') ? ` ack ${s.ack}` : ''}`;
};

describe('ackade step', () => {
  it('starts in CLOSED and goes on with the TCB of its last answer', async () => {
    const { exit, answers } = await step(OPEN, SYN_ACK, { event: { call: 'SEND', len: 10 } });
    expect(exit).toBe(0);
    expect(answers.map(({ tcb }) => tcb.state)).toEqual(['SYN-SENT', 'ESTABLISHED', 'ESTABLISHED']);
    expect(answers.map(({ out }) => out)).toEqual([
      [{ ctl: ['SYN'], seq: 0, wnd: 65535, len: 0 }],
      [{ ctl: ['ACK'], seq: 1, ack: 301, wnd: 65535, len: 0 }],
      [{ ctl: ['PSH', 'ACK'], seq: 1, ack: 301, wnd: 65535, len: 10 }],
    ]);
    expect(answers[1]).toMatchObject({
      signals: [{ signal: 'established' }],
      rule: '3.10.7.3-4',
      timers: [
        { timer: 'retransmission', after: null },
        { timer: 'user', after: null },
      ],
    });
  });

  it('takes the TCB of a line instead, and goes on with that', async () => {
    const { answers } = await step({ tcb: ESTABLISHED, event: { call: 'CLOSE' } }, OPEN);
    expect(answers.map(({ tcb }) => tcb.state)).toEqual(['FIN-WAIT-1', 'FIN-WAIT-1']);
    expect(answers[1]?.signals).toEqual([{ signal: 'error', error: 'connection already exists' }]);
  });

  it('answers with the variables always, with the rest where it is not as usual', async () => {
    const { answers } = await step(
      { tcb: ESTABLISHED, event: { call: 'STATUS' } },
      { event: { segment: { ctl: ['ACK'], seq: 311, ack: 101, wnd: 5, len: 10 } } },
      { event: { call: 'ABORT' } },
    );
    expect(answers.map(({ tcb }) => tcb)).toEqual([
      ESTABLISHED,
      {
        ...ESTABLISHED,
        snd: { ...ESTABLISHED.snd, wnd: 5, wl1: 311, maxWnd: 65535 },
        rcv: { ...ESTABLISHED.rcv, held: [{ from: 311, end: 321 }] },
      },
      { state: 'CLOSED', nextIss: 201 },
    ]);
  });

  it('answers each line before the next has come', async () => {
    const stdout = sink();
    const answered: number[] = [];
    async function* asking(): AsyncGenerator<Uint8Array> {
      for (let n = 0; n < 3; n++) {
        yield Buffer.from(`${JSON.stringify(OPEN)}\n`);
        answered.push(stdout.text().split('\n').length - 1);
      }
    }
    await run(['step'], { stdin: asking(), stdout, stderr: sink(), env: {} });
    expect(answered).toEqual([1, 2, 3]);
  });

  it('passes over empty lines, takes CRLF and a last line without an end', async () => {
    const line = JSON.stringify(OPEN);
    const text = `\r\n${line}\r\n\n  \n${line}`;
    for (const chunks of [[text], [...text]]) {
      const { stdout } = await ackade(['step'], { stdin: piped(...chunks) });
      expect(stdout.trim().split('\n')).toHaveLength(2);
    }
  });

  it('agrees with every vector', async () => {
    const { exit, answers } = await step(...vectors.map(({ tcb, event }) => ({ tcb, event })));
    expect(exit).toBe(0);
    const got = vectors.map((v, i) => {
      const may = v.expect.mayAlso.map(shape);
      const sent = answers[i]?.out.map(shape).filter((s) => !may.includes(s));
      return { id: v.id, state: answers[i]?.tcb.state, sent };
    });
    const owed = vectors.map(({ id, expect: { state, out } }) => ({
      id,
      state,
      sent: out.map(shape),
    }));
    expect(vectors).toHaveLength(945);
    expect(got).toEqual(owed);
  });

  it('reads its own answers: an event has the same effect on the TCB that was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const lines = randomLines(dice(seed));
        const some = Array.from({ length: 40 }, () => lines.next().value);
        const { answers } = await step(...some);
        const states = answers.filter(({ error }) => !error).map(({ tcb }) => tcb);
        const asked = states.map((tcb) => ({ tcb, event: { call: 'STATUS' } }));
        const echoed = await step(...asked);
        expect(echoed.answers.map(({ tcb, error }) => error ?? tcb)).toEqual(states);
      }),
      { numRuns: 50 },
    );
  });

  it('answers whatever it is asked with a step or a problem that has a code', async () => {
    const lines = randomLines(dice(1));
    const asked = Array.from({ length: 5000 }, () => lines.next().value.replace(/^\s*$/, '0'));
    const { answers } = await step(...asked);
    expect(answers).toHaveLength(asked.length);
    for (const { error, tcb } of answers)
      if (error) expect(PROBLEMS).toHaveProperty(error.code);
      else expect(tcb.state).toBeTypeOf('string');
  });
});
