import { readCaptures } from './captures.ts';
import { type Command, EXIT } from './command.ts';
import { jsonReport } from './json-report.ts';
import { ladderReport } from './ladder-report.ts';
import { outputTo } from './output.ts';
import { SIGN } from './words.ts';

const HELP = `Usage: ackade judge [--json] [--absolute] FILE…

Says of every TCP segment in captures (pcap or pcapng; "-" is standard input) whether RFC 9293 lets its
sender send it, and why. What any TCP in its place may have sent is no violation:

  ${SIGN.ok} ok              as it should be
  ${SIGN.retransmission} retransmission  sent again, as it should be
  ${SIGN['stacks-differ']} stacks-differ   legal, but not every TCP does it
  ${SIGN.unknown} unknown         the capture does not tell
  ${SIGN.violation} violation       no TCP in that state sends it

Options:
  --json      one JSON object a file, each on a line of its own; its numbers are those of the capture
  --absolute  the sequence numbers of the capture; else each end's are counted from its SYN

It colours on a terminal only; NO_COLOR=1 and FORCE_COLOR=1 override that.

Exit codes:
  0  no violations
  1  violations
  2  wrong usage, or a file could not be read to its end; what could be read is judged
`;

export const judge: Command = {
  help: HELP,
  options: ['json', 'absolute'],
  valued: {},
  takesFiles: true,
  run: ({ options, files }, io) => {
    const out = outputTo(io.stdout);
    const report = options.has('json')
      ? jsonReport(out)
      : ladderReport(out, io, options.has('absolute'));
    return readCaptures(files, io, async (captured) => {
      const violations = captured.conversations.reduce((n, c) => n + c.segments.violations, 0);
      await report(captured, violations);
      await out.flush();
      return violations > 0 ? EXIT.found : EXIT.fine;
    });
  },
};
