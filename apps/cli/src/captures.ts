import { type Conversation, captureJudge } from '@ackade/observer';
import type { CaptureFault, Skipped } from '@ackade/tcp';
import { EXIT, type Exit, type Io } from './command.ts';
import { chunksOf } from './input.ts';
import { complain, PROBLEMS, type Problem } from './problem.ts';
import { plural } from './words.ts';

export type Captured = {
  readonly file: string;
  readonly conversations: readonly Conversation[];
  readonly skipped: Skipped;
};

/**
 * Reads the captures one after the other and hands each to `use`. One that cannot be read to its end is
 * told on standard error; what came before counts. Gives the worst exit code of all.
 */
export async function readCaptures(
  files: readonly string[],
  io: Io,
  use: (captured: Captured) => Promise<Exit>,
): Promise<Exit> {
  const exits: Exit[] = [EXIT.fine];
  for (const file of files) {
    const { captured, problem } = await readCapture(file, io);
    if (captured) exits.push(await use(captured));
    if (!problem) continue;
    complain(io, `ackade: ${file}`, problem);
    exits.push(EXIT.failed);
  }
  return exits.reduce(worse);
}

const worse = (a: Exit, b: Exit): Exit => (a < b ? b : a);

async function readCapture(file: string, io: Io) {
  const { push, end, frames, conversations, skipped } = captureJudge();
  const problems: Problem[] = [];
  for await (const chunk of chunksOf(file, io, (problem) => problems.push(problem)))
    if (push(chunk) !== null) break;
  const fault = end();
  if (fault) problems.push(faultToProblem(fault));
  const [problem] = problems;
  const captured = { file, conversations: conversations(), skipped };
  return { problem, captured: problem && frames() === 0 ? null : captured };
}

const faultToProblem = ({ code, offset }: CaptureFault): Problem => ({
  code,
  message: offset === 0 ? PROBLEMS[code] : `${PROBLEMS[code]} (at octet ${offset})`,
});

/** `; skipped 3 frames: 2 not-tcp, 1 fragment`, or nothing. */
export function skippedText(skipped: Skipped): string {
  const reasons = Object.entries(skipped).filter(([, n]) => n > 0);
  const total = reasons.reduce((sum, [, n]) => sum + n, 0);
  if (total === 0) return '';
  return `; skipped ${plural(total, 'frame')}: ${reasons.map(([reason, n]) => `${n} ${reason}`).join(', ')}`;
}
