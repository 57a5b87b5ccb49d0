import { readCaptures, skippedText } from './captures.ts';
import { type Command, EXIT } from './command.ts';
import { ladderOf } from './conversation-ladder.ts';
import { outputTo } from './output.ts';
import { columnsOf } from './terminal.ts';
import { plural } from './words.ts';

const HELP = `Usage: ackade ladder [--absolute] FILE…

Draws every TCP conversation in captures (pcap or pcapng; "-" is standard input) as a text sequence
diagram. Times are seconds since the first frame of the capture.

Options:
  --absolute  sequence numbers as they are in the capture; else each end's are counted from its SYN

Exit codes:
  0  drawn
  2  wrong usage, or a file could not be read; the others are drawn
`;

export const ladder: Command = {
  help: HELP,
  options: ['absolute'],
  valued: {},
  takesFiles: true,
  run: ({ options, files }, io) => {
    const style = {
      width: columnsOf(io),
      states: false,
      absolute: options.has('absolute'),
    };
    const out = outputTo(io.stdout);
    return readCaptures(files, io, async ({ file, conversations, skipped }) => {
      for (const conversation of conversations) {
        const { head, row } = ladderOf(conversation, style);
        const { segments, interface: on } = conversation;
        if (on !== null) await out.print(`On ${on}\n`);
        await out.print(`${head.join('\n')}\n`);
        for (let i = 0; i < segments.length; i++) {
          const { time, from, segment } = segments.at(i);
          await out.print(`${row({ time, from, segment }).join('\n')}\n`);
        }
        await out.print('\n');
      }
      await out.print(
        `${file}: ${plural(conversations.length, 'conversation')}${skippedText(skipped)}\n`,
      );
      await out.flush();
      return EXIT.fine;
    });
  },
};
