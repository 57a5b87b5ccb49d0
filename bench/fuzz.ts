/**
 * Reads random octets and captures with random changes, and says what became of them, how long the slowest
 * took and how much memory it needed. Fails where something throws or a number is out of its range.
 *
 *   node --import tsx --conditions=source bench/fuzz.ts [octets [seed]]
 */
import { type Fate, mutatedFile, noFate, randomFile, readAll } from '../packages/tcp/test/fuzz.ts';
import { randomFrom } from '../packages/tcp/test/random.ts';

const [octets = 10_000_000, seed = 1] = process.argv
  .slice(2)
  .filter((argument) => argument !== '--')
  .map(Number);

const random = randomFrom(seed);
const slowest = { ms: 0, octets: 0, file: 0 };
let peak = 0;

console.log(
  'random octets',
  round(() => randomFile(random, random(20_000))),
);
console.log(
  'mutated captures',
  round(() => mutatedFile(random)),
);
console.log({ seed, slowest, peakMB: Math.round(peak / 1e6) });

/** Reads files until there were enough octets. */
function round(file: () => Uint8Array): Fate {
  const fate = noFate();
  while (fate.octets < octets) {
    const next = file();
    const begun = performance.now();
    readAll(next, random, fate);
    const ms = performance.now() - begun;
    if (ms > slowest.ms) Object.assign(slowest, { ms, octets: next.length, file: fate.files });
    if (fate.files % 100 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  return fate;
}
