import type { SessionReview } from '@ackade/contract';
import type { Skill } from '@ackade/game';
import { describe, expect, it } from 'vitest';
import { tallied } from './tally.ts';

type Item = SessionReview['questions'][number];

const item = (skill: Skill | null, right: boolean): Item =>
  ({ posed: { skill }, revealed: { right } }) as Item;

describe('the tally of a session', () => {
  it('begins with what is weakest, of equals with what was asked more', () => {
    const lines = tallied([
      item('handshake', true),
      item('loss', false),
      item('data', false),
      item('close', true),
      item('data', false),
      item('handshake', false),
    ]);
    expect(lines).toEqual([
      { skill: 'data', right: 0, of: 2 },
      { skill: 'loss', right: 0, of: 1 },
      { skill: 'handshake', right: 1, of: 2 },
      { skill: 'close', right: 1, of: 1 },
    ]);
  });

  it('leaves out what belongs to no skill', () => {
    expect(tallied([item(null, true)])).toEqual([]);
  });
});
