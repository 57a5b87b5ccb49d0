import { ACK, has, type Segment } from '@ackade/tcp';
import { choicesOf, FEWEST_WRONG, MOST_WRONG } from '../choices.ts';
import type { Said } from '../question.ts';
import { looksLike, wrongNumbers } from '../wrong/segments.ts';
import type { Kind } from './kind.ts';
import { asked, ofMoments } from './moments.ts';

export const numbers: Kind = {
  kind: 'numbers',
  share: 11,
  sources: ofMoments((moment, lots) => {
    const { due, options } = moment;
    if (!due || options.some(({ segment }) => !looksLike(segment, due))) return null;
    const wrong = wrongNumbers(moment, MOST_WRONG, lots);
    if (wrong.length < FEWEST_WRONG) return null;
    const choices = wrong.flatMap(({ segment, misconception }) =>
      segment ? [{ said: numbersSaid(segment), misconception }] : [],
    );
    const { at } = moment;
    return {
      ...asked('numbers', moment),
      skill: 'numbers',
      prompt: { code: 'numbers', params: { at, ctl: due.ctl, len: due.len } },
      ...choicesOf(numbersSaid(due), choices, lots),
    };
  }),
};

const numbersSaid = (s: Segment): Said => ({
  kind: 'numbers',
  seq: s.seq,
  ack: has(s, ACK) ? s.ack : null,
});
