/**
 * Does `ackade step` answer whatever it is asked? Sends it random lines, right and wrong ones, and counts
 * the answers by their problem code. Each TCB that it gives is given back to it, and must come back as it
 * was. Ends with 1 unless every line has had its answer.
 *
 *   node --import tsx --conditions=source bench/fuzz-step.ts [lines [seed]]
 */
import { PROBLEMS } from '../apps/cli/src/problem.ts';
import { dice, randomLines } from '../apps/cli/test/random-lines.ts';
import { step } from '../apps/cli/test/stepping.ts';

const total = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
/** Lines that one run gets. */
const BATCH = 1000;

const counts = new Map<string, number>();
const totals = { lines: 0, answers: 0, unknownCodes: 0, changedBySaying: 0 };
const lines = randomLines(dice(seed));
const began = performance.now();
while (totals.lines < total) {
  const asked = Array.from({ length: Math.min(BATCH, total - totals.lines) }, nextLine);
  const { answers } = await step(...asked);
  totals.lines += asked.length;
  totals.answers += answers.length;
  for (const { error } of answers) {
    const code = error?.code ?? 'stepped';
    counts.set(code, (counts.get(code) ?? 0) + 1);
    if (error && !Object.hasOwn(PROBLEMS, error.code)) totals.unknownCodes++;
  }
  const said = answers.flatMap(({ tcb }) => (tcb ? [JSON.stringify(tcb)] : []));
  const again = await step(...said.map((tcb) => `{"tcb":${tcb},"event":{"call":"STATUS"}}`));
  totals.changedBySaying += said.filter(
    (tcb, i) => tcb !== JSON.stringify(again.answers[i]?.tcb),
  ).length;
}
const seconds = Math.round((performance.now() - began) / 1000);
console.log(JSON.stringify({ seed, ...totals, seconds, by: Object.fromEntries(counts) }, null, 2));
const { answers, unknownCodes, changedBySaying } = totals;
process.exit(answers === totals.lines && unknownCodes + changedBySaying === 0 ? 0 : 1);

/** An empty line would have no answer. */
function nextLine(): string {
  return lines.next().value.trim() || '0';
}
