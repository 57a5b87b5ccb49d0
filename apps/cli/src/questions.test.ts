import { QUESTION_KINDS } from '@ackade/game';
import { describe, expect, it } from 'vitest';
import { ackade } from '../test/ackade.ts';
import { step } from '../test/stepping.ts';

type Choice = Readonly<Record<string, unknown>>;
type Line = {
  id: string;
  kind: string;
  skill: string;
  prompt: string;
  figure: object[];
  choices: Choice[];
  answer: number | number[];
  explanation: string;
  rule: string;
  basis: { tcb: object; event: object } | null;
};

async function asked(...options: string[]): Promise<Line[]> {
  const { exit, stdout, stderr } = await ackade(['questions', '--json', ...options]);
  expect([exit, stderr]).toEqual([0, '']);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

/** Whether `choice` is what `step` answered, as far as it says. */
function agrees(choice: Choice | undefined, answer: { tcb: { state: string }; out: Choice[] }) {
  const [sent] = answer.out;
  if (choice?.['state'] !== undefined) return choice['state'] === answer.tcb.state;
  if (choice?.['silence']) return answer.out.length === 0;
  if (!sent || answer.out.length > 1) return false;
  if (choice?.['segment']) return JSON.stringify(choice['segment']) === JSON.stringify(sent);
  if (choice?.['ctl']) {
    const bits = (sent['ctl'] as string[]).filter((bit) => bit !== 'PSH');
    const data = (sent['len'] as number) > 0;
    return JSON.stringify([choice['ctl'], choice['data']]) === JSON.stringify([bits, data]);
  }
  return choice?.['seq'] === sent['seq'] && choice?.['ack'] === sent['ack'];
}

describe('ackade questions', () => {
  it('gives lines whose basis leads step to the answer, and to no other choice', async () => {
    const lines = (await asked('--count', '600', '--seed', '9293')).filter((q) => q.basis);
    expect(lines.length).toBeGreaterThanOrEqual(300);
    const { exit, answers } = await step(...lines.map(({ basis }) => basis ?? {}));
    expect(exit).toBe(0);
    for (const [i, { id, choices, answer, rule }] of lines.entries()) {
      const stepped = answers[i];
      if (!stepped) throw new Error('no answer');
      const fitting = [...choices.keys()].filter((n) => agrees(choices[n], stepped));
      expect([id, fitting, stepped.rule]).toEqual([id, [answer], rule]);
    }
  });

  it('writes what it says that it writes', async () => {
    for (const line of await asked('--count', '50')) {
      expect(Object.keys(line)).toEqual([
        'id',
        'kind',
        'skill',
        'prompt',
        'figure',
        'choices',
        'answer',
        'explanation',
        'rule',
        'basis',
      ]);
      expect(line.choices.every((c) => typeof c['text'] === 'string')).toBe(true);
    }
  });

  it.each(QUESTION_KINDS)('asks of kind %s only', async (kind) => {
    const lines = await asked('--kind', kind, '--count', '5');
    expect(lines.map((q) => q.kind)).toEqual(Array(5).fill(kind));
  });

  it('asks the same in either language', async () => {
    const options = ['--count', '30', '--seed', '5', '--lang'];
    const [en, zh] = [await asked(...options, 'en'), await asked(...options, 'zh-CN')];
    expect(zh.map((q) => q.id)).toEqual(en.map((q) => q.id));
    expect(zh.every((q) => /\p{Script=Han}/u.test(q.prompt + q.explanation))).toBe(true);
    expect(en.some((q) => /\p{Script=Han}/u.test(q.prompt + q.explanation))).toBe(false);
  });

  it('reads as a quiz without --json', async () => {
    const { exit, stdout } = await ackade(['questions', '--count', '3', '--kind', 'statement']);
    expect(exit).toBe(0);
    expect(
      stdout.match(/^\d\. \[statement\]\n {3}.+\n {3}A\) true\n {3}B\) false\n {3}→ [AB]: /gm),
    ).toHaveLength(3);
  });

  it.each<[what: string, argv: string[], message: string]>([
    ['no number', ['--count', 'many'], '--count is a number from 1 to 1000000, not "many"'],
    ['too few', ['--count', '0'], '--count is a number from 1 to 1000000, not "0"'],
    ['too large', ['--seed', '4294967296'], '--seed is a number from 0 to 4294967295'],
    ['no such language', ['--lang', 'de'], '--lang is one of en, zh-CN, not "de"'],
    ['no such kind', ['--kind', 'riddle'], '--kind is one of next-segment'],
    ['a value that is missing', ['--count'], "Option '--count <value>' argument missing"],
    [
      'a kind of a capture',
      ['--capture', 'x.pcap', '--kind', 'order'],
      '--kind goes without --capture',
    ],
    ['a file', ['x.pcap'], "Unexpected argument 'x.pcap'"],
  ])('refuses %s', async (_, argv, message) => {
    const { exit, stdout, stderr } = await ackade(['questions', ...argv]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`ackade questions: usage: ${message}`);
    expect(stderr).toContain('; see ackade questions --help');
  });
});
