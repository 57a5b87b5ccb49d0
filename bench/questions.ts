/**
 * Are the generated questions true? Finds the key of each a second time, without what made the question, and puts each
 * into words in both languages. Prints what is wrong, how often each kind comes, and how long one takes to make.
 *
 *   npm run questions [-- count [seeds]]
 */
import { QUESTION_KINDS, questions } from '@ackade/game';
import { phrase } from '@ackade/phrasing';
import { WORDS as ENGLISH } from '@ackade/phrasing/en';
import { WORDS as CHINESE } from '@ackade/phrasing/zh-CN';
import { faultsOf } from '../packages/game/test/question-check.ts';

const count = Number(process.argv[2] ?? 100_000);
const seeds = Number(process.argv[3] ?? 10);
const perSeed = Math.ceil(count / seeds);

const ofKind = new Map<string, number>(QUESTION_KINDS.map((kind) => [kind, 0]));
const faults: string[] = [];
let making = 0;
let longest = 0;
for (let seed = 1; seed <= seeds; seed++) {
  const endless = questions(seed);
  for (let n = 0; n < perSeed; n++) {
    const began = performance.now();
    const question = endless.next().value;
    const took = performance.now() - began;
    making += took;
    longest = Math.max(longest, took);
    ofKind.set(question.kind, (ofKind.get(question.kind) ?? 0) + 1);
    faults.push(...faultsOf(question));
    for (const words of [ENGLISH, CHINESE]) {
      const { prompt, choices, explanation } = phrase(question, words);
      if (prompt.trim() === '' || explanation.trim() === '')
        faults.push(`${question.id}: no words`);
      if (new Set(choices).size < choices.length) faults.push(`${question.id}: choices read alike`);
    }
  }
}

const all = seeds * perSeed;
console.log(`${all} questions of ${seeds} seeds, ${faults.length} faults`);
for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
for (const [kind, n] of ofKind) console.log(`  ${kind}: ${((100 * n) / all).toFixed(1)} %`);
console.log(`${(making / all).toFixed(2)} ms to make one, ${longest.toFixed(0)} ms the longest`);
process.exitCode = faults.length > 0 ? 1 : 0;
