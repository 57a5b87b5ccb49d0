/** Simulated students: what they can do, how they forget, and how they answer. */
import {
  decideLearner,
  type EloRating,
  type Exercise,
  evolveLearner,
  expectation,
  ITEM_RANGE,
  itemAfter,
  type Learner,
  type LearnerCommand,
  pick,
  SKILLS,
  type Skill,
} from '../src/index.ts';

export const DAY = 24 * 60 * 60 * 1000;

/** Mulberry32: a stream of numbers 0 … 1. */
export function chanceFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Normally distributed, of mean 0 and deviation 1. */
export const normal = (chance: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** A question as it is: `truth` is how hard, of which the catalogue only has an estimate. */
export type TrueQuestion = { readonly ref: Exercise; readonly truth: number };

const VARIANTS = 60;

/** 60 variants of every skill, all difficulties, each estimated with an error of 100 points. */
export function catalogueOf(seed: number): readonly TrueQuestion[] {
  const chance = chanceFrom(seed);
  const { least, most } = ITEM_RANGE;
  return SKILLS.flatMap((skill) =>
    Array.from({ length: VARIANTS }, (_, n) => {
      const truth = least + chance() * (most - least);
      const difficulty = Math.min(most, Math.max(least, truth + 100 * normal(chance)));
      const variant = `v${n}`;
      return {
        ref: { id: `${skill}-${variant}`, kind: 'bits', skill, variant, difficulty },
        truth,
      };
    }),
  );
}

/** Knows or does not know; `meets` is called for every answer, with the time of it in days. */
export type Student = {
  readonly ability: (question: TrueQuestion, day: number) => number;
  readonly meets: (question: TrueQuestion, day: number) => void;
};

/** The same ability for ever: `mean` on the whole, with strong and weak skills. */
export function steadyStudent(
  mean: number,
  chance: () => number,
): Student & {
  readonly abilities: Readonly<Record<Skill, number>>;
} {
  const abilities = Object.fromEntries(
    SKILLS.map((skill) => [skill, mean + 200 * normal(chance)]),
  ) as Record<Skill, number>;
  return { abilities, ability: ({ ref }) => abilities[ref.skill], meets: () => {} };
}

/**
 * Learns a skill by practice, ever less by each question, and a variant by meeting it. Both fade exponentially; every
 * meeting that is spaced makes what is learned last longer. Students differ in talent, and in how long they remember.
 */
export function forgetfulStudent(mean: number, chance: () => number): Student {
  const lasting = 1.5 + 2.5 * chance();
  const talent = new Map(SKILLS.map((skill) => [skill, mean + 150 * normal(chance)]));
  const traces = new Map<string, { strength: number; tau: number; at: number }>();
  const of = (key: string, day: number): number => {
    const trace = traces.get(key);
    return trace ? trace.strength * Math.exp((trace.at - day) / trace.tau) : 0;
  };
  const practise = (key: string, most: number, share: number, day: number): void => {
    const trace = traces.get(key);
    const strength = of(key, day);
    const tau = !trace ? lasting : day - trace.at > 0.5 ? trace.tau * 1.5 : trace.tau;
    traces.set(key, {
      strength: strength + share * (most - strength),
      tau: Math.min(tau, 60),
      at: day,
    });
  };
  return {
    ability: ({ ref }, day) =>
      (talent.get(ref.skill) ?? mean) + of(ref.skill, day) + of(ref.id, day),
    meets: ({ ref }, day) => {
      practise(ref.skill, 250, 0.05, day);
      practise(ref.id, 300, 0.7, day);
    },
  };
}

export const trueChance = (student: Student, question: TrueQuestion, day: number): number =>
  expectation(student.ability(question, day), question.truth);

/** What a student can really do on `day`: the mean chance to be right, over the catalogue. */
export const trueAbility = (
  student: Student,
  catalogue: readonly TrueQuestion[],
  day: number,
): number =>
  catalogue.reduce((sum, question) => sum + trueChance(student, question, day), 0) /
  catalogue.length;

/** What was asked, and why. */
export type Asked = {
  readonly skill: Skill;
  readonly day: number;
  readonly right: boolean;
  /** How long after its time it was asked, days, below 0 before it; null of what was new. */
  readonly late: number | null;
  /** How many sessions passed it by when it was due. */
  readonly passed: number;
  /** The chance that the scheduler gave it; null of what was not new. */
  readonly expected: number | null;
};

export type Course = { readonly learner: Learner; readonly asked: readonly Asked[] };

export const DAYS = 60;
const QUESTIONS = 10;
/** Seven days of eight. */
const DILIGENCE = 7 / 8;

/** What the catalogue is believed to be; all students together correct it. */
export type Ratings = Map<string, EloRating>;

/** 60 days with ten questions on most of them. */
export function study(
  id: string,
  student: Student,
  catalogue: readonly TrueQuestion[],
  ratings: Ratings,
  seed: number,
): Course {
  const chance = chanceFrom(seed);
  const byId = new Map(catalogue.map((question) => [question.ref.id, question]));
  const asked: Asked[] = [];
  const sessions: number[] = [];
  let learner = give(null, { type: 'create', id }, 0);
  for (let day = 0; day < DAYS; day++) {
    if (chance() > DILIGENCE) continue;
    // In the afternoon or the evening.
    const now = Math.round((day + 0.6 + 0.3 * chance()) * DAY);
    const refs = catalogue.map(({ ref }) => ({
      ...ref,
      difficulty: ratings.get(ref.id)?.value ?? ref.difficulty,
    }));
    const questions = pick(learner, refs, { count: QUESTIONS, seed: seed + day, now });
    learner = give(learner, { type: 'begin', id: `s${day}`, offset: 0, questions }, now);
    for (const [position, ref] of questions.entries()) {
      const question = byId.get(ref.id);
      if (!question) throw new Error('not of the catalogue');
      const right = chance() < trueChance(student, question, now / DAY);
      student.meets(question, now / DAY);
      const { rating, memories } = learner.skills[ref.skill];
      const memory = memories.find((m) => m.variant === ref.variant);
      asked.push({
        skill: ref.skill,
        day,
        right,
        late: memory ? (now - memory.dueAt) / DAY : null,
        passed: memory ? sessions.filter((at) => at >= memory.dueAt).length : 0,
        expected: memory ? null : expectation(rating.value, ref.difficulty),
      });
      const item = ratings.get(ref.id) ?? { value: ref.difficulty, answers: 10 };
      ratings.set(ref.id, itemAfter(item, rating.value, right));
      const response = { form: 'one', choice: 0 } as const;
      const answer = { right, helped: false, took: 30_000, response, misconception: null };
      const at = now + (position + 1) * 30_000;
      learner = give(learner, { type: 'answer', session: `s${day}`, position, answer }, at);
    }
    sessions.push(now);
  }
  return { learner, asked };
}

function give(learner: Learner | null, command: LearnerCommand, at: number): Learner {
  const decision = decideLearner(learner, command, at);
  if ('refusal' in decision) throw new Error(decision.refusal);
  const next = decision.events.reduce<Learner | null>(evolveLearner, learner);
  if (!next) throw new Error('no events');
  return next;
}

/** Spearman's rank correlation; no two values of a list are equal. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [ra, rb] = [ranks(a), ranks(b)];
  const n = a.length;
  const sum = ra.reduce((total, rank, i) => total + (rank - (rb[i] ?? 0)) ** 2, 0);
  return 1 - (6 * sum) / (n * (n * n - 1));
}

function ranks(values: readonly number[]): number[] {
  const order = values.toSorted((x, y) => x - y);
  return values.map((value) => order.indexOf(value));
}

export function medianOf(values: readonly number[]): number {
  const order = values.toSorted((x, y) => x - y);
  return order[order.length >> 1] ?? Number.NaN;
}
