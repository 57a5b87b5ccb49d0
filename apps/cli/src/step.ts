import { closedTcb, type Step, step as stepTcb } from '@ackade/tcp';
import { type Command, EXIT, type Exit } from './command.ts';
import { chunksOf } from './input.ts';
import { type Line, lineSplitter } from './lines.ts';
import { outputTo } from './output.ts';
import { complain, type Problem, type Result } from './problem.ts';
import { type Request, readRequest } from './request.ts';
import { segmentToJson } from './segment-json.ts';
import { tcbToJson } from './tcb-json.ts';

/** Octets that a line may have. */
const LINE_LIMIT = 1024 * 1024;

const HELP = `Usage: ackade step

Runs the connection machine of RFC 9293 §3.10. Reads JSON Lines from standard input,

  {"tcb":…,"event":…}

where the event is one of {"segment":…}, {"call":"OPEN"|"SEND"|"RECEIVE"|"CLOSE"|"ABORT"|"STATUS",…} and
{"timeout":…}, and answers each at once with the TCB after it, the segments sent, what the user is told,
the paragraph of the RFC that decided, and the timers to start (after so many milliseconds) and stop:

  {"tcb":…,"out":[…],"signals":[…],"rule":…,"timers":[…]}

Without "tcb" the event happens to the TCB of the last answer, at first to one in CLOSED. A line that
cannot be read is answered with {"error":{"code":…,"message":…,"line":…}}, and changes nothing.
Empty lines are passed over. The formats and codes are in docs/cli.md.

Example:
  echo '{"event":{"call":"OPEN"}}' | ackade step

Exit codes:
  0  every line was answered
  1  a line was refused
  2  wrong usage, or standard input could not be read
`;

export const step: Command = {
  help: HELP,
  options: [],
  valued: {},
  takesFiles: false,
  async run(_, io) {
    const out = outputTo(io.stdout);
    const splitter = lineSplitter(LINE_LIMIT);
    const problems: Problem[] = [];
    let tcb = closedTcb(0);
    let exit: Exit = EXIT.fine;

    async function answer(lines: readonly Line[]): Promise<void> {
      for (const line of lines) {
        if (line.text?.trim() === '') continue;
        const request = requestIn(line);
        if (request.ok) {
          const stepped = stepTcb(request.value.tcb ?? tcb, request.value.event);
          tcb = stepped.tcb;
          await out.print(`${stepToJson(stepped)}\n`);
        } else {
          exit = EXIT.found;
          const error = { ...request.problem, line: line.number };
          await out.print(`${JSON.stringify({ error })}\n`);
        }
      }
      await out.flush();
    }

    for await (const chunk of chunksOf('-', io, (problem) => problems.push(problem)))
      await answer(splitter.push(chunk));
    await answer(splitter.end());
    for (const problem of problems) complain(io, 'ackade: standard input', problem);
    return problems.length > 0 ? EXIT.failed : exit;
  },
};

const requestIn = ({ text }: Line): Result<Request> =>
  text === null
    ? { ok: false, problem: { code: 'line-too-long', message: `longer than ${LINE_LIMIT} octets` } }
    : readRequest(text);

const stepToJson = ({ tcb, out, signals, rule, timers }: Step): string =>
  JSON.stringify({ tcb: tcbToJson(tcb), out: out.map(segmentToJson), signals, rule, timers });
