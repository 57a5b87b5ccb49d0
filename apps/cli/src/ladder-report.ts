import type { Conversation, Sighting } from '@ackade/observer';
import { type Captured, skippedText } from './captures.ts';
import type { Io } from './command.ts';
import { ladderOf } from './conversation-ladder.ts';
import type { Output } from './output.ts';
import { columnsOf, painterFor } from './terminal.ts';
import { ENDED, plural, SIGN, WHY } from './words.ts';

/** What stands before each line of a ladder: a sign, or as much room. */
const INDENT = 2;

/** Prints what was found in a capture as a ladder for each conversation, and a line for all. */
export function ladderReport(out: Output, io: Io, absolute: boolean) {
  const style = { width: columnsOf(io) - INDENT, states: true, absolute };
  const paint = painterFor(io);

  async function printLadder(conversation: Conversation, n: number) {
    const { segments, end, interface: on } = conversation;
    const { head, row } = ladderOf(conversation, style);
    await out.print(`Conversation ${n}${on === null ? '' : ` on ${on}`}: ${ENDED[end]}\n`);
    for (const line of head) await out.print(`  ${line}\n`);
    for (let i = 0; i < segments.length; i++) {
      const sighting = segments.at(i);
      const { time, from, segment, verdict, client, server } = sighting;
      const states = { client, server };
      const lines = row({ time, from, segment, states, note: noteOf(sighting) });
      const text = ` ${lines.join('\n  ')}\n`;
      // What is as it should be stays plain but for its sign.
      await out.print(
        verdict === 'ok'
          ? paint(verdict, SIGN[verdict]) + text
          : paint(verdict, SIGN[verdict] + text),
      );
    }
    await out.print('\n');
  }

  return async ({ file, conversations, skipped }: Captured, violations: number): Promise<void> => {
    for (const [i, conversation] of conversations.entries()) await printLadder(conversation, i + 1);
    const segments = conversations.reduce((n, c) => n + c.segments.length, 0);
    await out.print(
      `${file}: ${plural(violations, 'violation')} in ${plural(segments, 'segment')} of ` +
        `${plural(conversations.length, 'conversation')}${skippedText(skipped)}\n`,
    );
  };
}

const noteOf = ({ frame, verdict, reason, rule }: Sighting): string =>
  verdict === 'ok'
    ? ''
    : `frame ${frame}: ${verdict}. ${WHY[reason]} (RFC 9293 §${rule.replace('-', ', step ')})`;
