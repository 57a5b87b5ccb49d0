import { readFile } from 'node:fs/promises';
import { captureJudge } from '@ackade/observer';
import { describe, expect, it } from 'vitest';
import { type Quiz, quizOn } from './quiz.ts';

async function segmentsOf(name: string) {
  const path = new URL(`../../../../packages/tcp/test/captures/${name}.pcap`, import.meta.url);
  const judge = captureJudge();
  judge.push(await readFile(path));
  judge.end();
  const [conversation] = judge.conversations();
  if (!conversation) throw new Error('no conversation');
  return conversation.segments;
}

/** All questions, each answered with its choice number `choice`. */
function answered(quiz: Quiz, choice: number) {
  const all = [];
  for (let posed = quiz.next(); posed; posed = quiz.next()) {
    const told = quiz.answer({ form: 'one', choice });
    if (told) all.push({ posed, told });
  }
  return all;
}

describe('a capture as a quiz', () => {
  it('asks in the language of the page until it knows nothing more', async () => {
    const segments = await segmentsOf('01-handshake-data-close');
    const all = answered(await quizOn(segments, 1, 'zh-CN'), 0);
    expect(all.length).toBeGreaterThan(20);
    expect(all.every(({ posed }) => /\p{Script=Han}/u.test(posed.prompt))).toBe(true);
  });

  it('says what was right, and names the frame that decides by its number and its place', async () => {
    const segments = await segmentsOf('10-lost-synack');
    for (const { posed, told } of answered(await quizOn(segments, 2, 'en'), 0)) {
      const { solution, right, frame } = told;
      expect(right).toBe(solution.form === 'one' && solution.choice === 0);
      expect(frame && segments.at(frame.place).frame).toBe(frame?.number);
      expect(posed.frames?.[told.row ?? -1]).toBe(frame?.number);
    }
  });

  it('has nothing to ask, and nothing to say, where the capture tells nothing', async () => {
    const quiz = await quizOn(await segmentsOf('44-refused'), 1, 'en');
    expect(quiz.next()).toBeNull();
    expect(quiz.answer({ form: 'one', choice: 0 })).toBeNull();
  });
});
