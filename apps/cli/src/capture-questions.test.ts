import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ackade } from '../test/ackade.ts';

const DIRECTORIES = ['tcp', 'observer'].map((name) =>
  fileURLToPath(new URL(`../../../packages/${name}/test/captures/`, import.meta.url)),
);
const CAPTURES = DIRECTORIES.flatMap((directory) =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.pcap'))
    .map((name) => [name, `${directory}${name}`] as const),
);
/** Conversations of one frame or two, or such as say nothing more. */
const SILENT = [
  '03-rst-closed-port',
  '12-syn-retransmit',
  '24-old-duplicate-syn-fig8',
  '44-refused',
];

type Choice = {
  readonly text: string;
  readonly seq?: number;
  readonly ack?: number;
  readonly ctl?: readonly string[];
  readonly row?: number;
  readonly who?: string;
  readonly octets?: number;
};
type Line = {
  readonly prompt: string;
  readonly figure: readonly { readonly n: number }[];
  readonly choices: readonly Choice[];
  readonly answer: number;
};
type Frame = {
  readonly n: number;
  readonly from: string;
  readonly ctl: readonly string[];
  readonly seq: number;
  readonly ack?: number;
  readonly len: number;
};

async function asked(file: string, ...options: string[]): Promise<readonly Line[]> {
  const { stdout } = await ackade(['questions', '--json', '--capture', file, ...options]);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

/** The frames as the judge reads them, by their numbers. */
async function judged(file: string): Promise<ReadonlyMap<number, Frame>> {
  const { stdout } = await ackade(['judge', '--json', file]);
  const report = JSON.parse(stdout) as { conversations: { segments: Frame[] }[] };
  return new Map(report.conversations.flatMap((c) => c.segments).map((f) => [f.n, f]));
}

const numbersIn = (text: string): readonly number[] => (text.match(/\d+/g) ?? []).map(Number);

/** What the capture itself has in the place of the answer. */
function truth({ prompt, figure, choices }: Line, frames: ReadonlyMap<number, Frame>): unknown {
  const [number = 0] = numbersIn(prompt);
  const frame = frames.get(number);
  const at = /the (client|server)/.exec(prompt)?.[1];
  if (prompt.includes('Which ACK number')) return frame?.ack;
  if (prompt.includes('Which SEQ')) return frame?.seq;
  if (prompt.includes('Which control bits')) return frame?.ctl.filter((bit) => bit !== 'PSH');
  if (prompt.includes('only sequence numbers'))
    return choices.map(({ row = -1 }) => figure[row]?.n ?? 0).find((n) => repeats(n, frames));
  if (prompt.includes('first to acknowledge')) {
    const end = ((frame?.seq ?? 0) + (frame?.len ?? 0)) >>> 0;
    return [...frames.values()].find(
      (f) => f.n > number && f.from !== at && f.ack !== undefined && ((f.ack - end) | 0) >= 0,
    )?.n;
  }
  const own = [...frames.values()].filter((f) => f.from === at);
  return new Set(own.flatMap(octetsIn)).size;
}

/** The numbers of its octets. */
const octetsIn = ({ seq, ctl, len }: Frame): readonly number[] =>
  Array.from({ length: len }, (_, i) => (seq + Number(ctl.includes('SYN')) + i) >>> 0);

/** How many numbers it occupies with a SYN, data and a FIN. */
const lengthOf = ({ ctl, len }: Frame): number =>
  len + ctl.filter((bit) => bit === 'SYN' || bit === 'FIN').length;

/** Whether earlier frames have occupied its numbers: its first, its last and some between. */
function repeats(n: number, frames: ReadonlyMap<number, Frame>): boolean {
  const frame = frames.get(n);
  if (!frame || lengthOf(frame) === 0) return false;
  const before = [...frames.values()].filter((f) => f.n < n && f.from === frame.from);
  const last = lengthOf(frame) - 1;
  return [0, 0.25, 0.5, 0.75, 1].every((part) => {
    const number = frame.seq + Math.floor(part * last);
    return before.some((f) => (number - f.seq) >>> 0 < lengthOf(f));
  });
}

function answerOf({ choices, answer, figure }: Line): unknown {
  const { seq, ack, ctl, row, octets } = choices[answer] ?? {};
  return seq ?? ack ?? ctl ?? octets ?? figure[row ?? -1]?.n;
}

describe('ackade questions --capture', () => {
  it.each(CAPTURES.filter(([name]) => !SILENT.some((silent) => name.startsWith(silent))))(
    'asks of %s only what is so in it',
    async (_, file) => {
      const lines = await asked(file, '--count', '60');
      const frames = await judged(file);
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines.filter((l) => !l.prompt.includes('closed first')))
        expect([line.prompt, answerOf(line)]).toEqual([line.prompt, truth(line, frames)]);
    },
  );

  it.each([
    ['01-handshake-data-close', 'client'],
    ['02-half-close', 'client'],
    ['21-simultaneous-close.A-view', 'both'],
    // A FIN that acknowledges another may have been sent before, without being seen.
    ['08-three-segment-close', undefined],
    ['40-http-small', undefined],
  ])('says who closed first in %s: %s', async (name, who) => {
    const lines = await asked(`${DIRECTORIES[0]}${name}.pcap`, '--count', '100');
    const line = lines.find((l) => l.prompt.includes('closed first'));
    expect(line?.choices[line.answer]?.who).toBe(who);
  });

  it('asks until there is nothing more, and nothing twice', async () => {
    const file = `${DIRECTORIES[0]}10-lost-synack.pcap`;
    const prompts = (await asked(file, '--count', '1000')).map((l) => l.prompt);
    expect(prompts.length).toBeLessThan(100);
    expect(new Set(prompts).size).toBeGreaterThan(20);
  });

  it('reads as a quiz whose lines have the numbers of the frames', async () => {
    const { exit, stdout } = await ackade([
      'questions',
      '--capture',
      `${DIRECTORIES[0]}40-http-small.pcap`,
      '--lang',
      'zh-CN',
      '--count',
      '3',
    ]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^ +\d+ {2}客户端：SYN SEQ=\d+$/m);
  });

  it('says so where there is nothing to ask', async () => {
    const { exit, stdout, stderr } = await ackade([
      'questions',
      '--capture',
      `${DIRECTORIES[0]}44-refused.pcap`,
    ]);
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toContain('44-refused.pcap: nothing-to-ask: ');
  });
});
