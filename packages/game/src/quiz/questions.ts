/** Questions without end: which is the n-th follows from the seed, and each can be made again from its id. */
import { draw } from '../random.ts';
import type { Skill } from '../scenario.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { difficultyOf } from './difficulty.ts';
import { capture } from './kinds/capture.ts';
import { KINDS } from './kinds/index.ts';
import type { Ask, Kind, Sources, SourceType } from './kinds/kind.ts';
import type { Draft, Lots, Question, QuestionKind } from './question.ts';
import { type Captured, RECORDED } from './sources/captured.ts';
import { lotsOf, oneOf } from './sources/lots.ts';
import { type Play, playOf, situationOf } from './sources/play.ts';
import { isStatement, STATEMENT_CODES } from './sources/statement.ts';
import { VECTOR_COUNT, vectorMoment } from './sources/vector.ts';

export type QuestionOptions = {
  /** Only these; in the proportion of the default mix. */
  readonly kinds?: readonly QuestionKind[];
  readonly skills?: readonly Skill[];
};

/** Plays cost more than questions: so a few are made at a time, and that many questions drawn from them. */
const PLAYS = 16;
const BATCH = 256;
/** What was asked that many questions ago may be asked again. */
const RECENT = 32;
/** Seeds of plays, and of what is asked of each. */
const PLAY_SEEDS = 2 ** 20;
const PICKS = 2 ** 10;
/** So often is a kind tried on other sources; and so many kinds, before it is said that there is nothing. */
const TRIES = 128;
const KINDS_TRIED = 64;

export function* questions(
  seed: number,
  options: QuestionOptions = {},
): Generator<Question, never, undefined> {
  const steps = questionSteps(seed, options);
  for (;;) {
    const { value } = steps.next();
    if (value) yield value;
  }
}

/** The same in short steps: null where there is no question yet, so that others can have their turn in between. */
export function* questionSteps(
  seed: number,
  { kinds, skills }: QuestionOptions = {},
): Generator<Question | null, never, undefined> {
  const offered = KINDS.filter(({ kind }) => kinds?.includes(kind) ?? true);
  const lots = lotsOf(seed);
  const fits = ({ skill }: Question): boolean => skills?.includes(skill) ?? true;
  const recent: string[] = [];
  let failures = 0;
  for (let n = 0; ; ) {
    const kind = kindIn(offered, lots);
    const found = yield* drawn(kind, (i) => batchOf(seed, n, i), lots, fits, recent);
    if (found) {
      recent.push(askedOf(found));
      if (recent.length > RECENT) recent.shift();
      yield found;
      n++;
      failures = 0;
    } else if (++failures === KINDS_TRIED)
      throw new RangeError(`nothing is asked about ${skills?.join(', ')} there`);
  }
}

/** The question with this id, which `questions` gave; null where there is none. */
export function questionOf(id: string): Question | null {
  const [name, source = '', number] = id.split(':');
  const kind = KINDS.find((k) => k.kind === name);
  const seed = Number(number);
  return kind && Number.isSafeInteger(seed) && seed >= 0 ? madeOf(kind, source, seed) : null;
}

/** Plays of a scenario, and drawings from each with the situation, that are gone through for a question about it. */
const PLAYS_SEARCHED = 64;
const PICKS_SEARCHED = 64;

/**
 * Looks for a question about a situation that somebody has met in a match, by the scenario that its name begins with,
 * in short steps: null as long as there is none. Ends with the question, or where the first plays of the scenario have
 * none.
 */
export function* searchAbout({
  skill,
  variant,
}: Pick<Question, 'skill' | 'variant'>): Generator<Question | null, void, undefined> {
  const [scenario = ''] = variant.split('/');
  const kinds = KINDS.filter(({ sources }) => sources.play);
  for (let play = 0; play < PLAYS_SEARCHED; play++) {
    const first = play * PICKS;
    yield null;
    if (!playIn(scenario, first)?.situations.has(situationOf({ skill, variant }))) continue;
    for (let pick = 0; pick < PICKS_SEARCHED; pick++) {
      for (const kind of kinds) {
        const question = madeOf(kind, scenario, first + pick);
        if (question?.skill === skill && question.variant === variant) return yield question;
      }
      yield null;
    }
  }
}

const askedOf = ({ kind, variant }: Question): string => `${kind} ${variant}`;

/** From which plays the `n`-th question is drawn at the `attempt`-th try: from others where these have nothing new. */
const batchOf = (seed: number, n: number, attempt: number): number =>
  draw(seed, Math.floor(n / BATCH) + 7919 * Math.floor(attempt / (TRIES / 2)), 2 ** 32);

function kindIn(offered: readonly Kind[], lots: Lots): Kind {
  let lot = lots(offered.reduce((sum, { share }) => sum + share, 0));
  for (const kind of offered) {
    lot -= kind.share;
    if (lot < 0) return kind;
  }
  throw new RangeError('there is no such kind of question');
}

/** A question of a kind that fits, and about something else than the last ones if that can be; null where none has been found. */
function* drawn(
  kind: Kind,
  batch: (attempt: number) => number,
  lots: Lots,
  fits: (q: Question) => boolean,
  recent: readonly string[],
): Generator<null, Question | null, undefined> {
  const types = Object.keys(kind.sources) as [SourceType, ...SourceType[]];
  let known: Question | null = null;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) yield null;
    const [source, from] = LOTS[oneOf(types, lots)](batch(attempt), lots);
    const question = madeOf(kind, source, from);
    if (!question || !fits(question)) continue;
    if (!recent.includes(askedOf(question))) return question;
    known = question;
  }
  return known;
}

/** Which source of each type is drawn: its name, and a seed. */
const LOTS: Readonly<Record<SourceType, (batch: number, lots: Lots) => readonly [string, number]>> =
  {
    play(batch, lots) {
      const hand = lots(PLAYS);
      const scenario = SCENARIOS[draw(batch, 2 * hand, SCENARIOS.length)];
      const seed = draw(batch, 2 * hand + 1, PLAY_SEEDS);
      return [scenario?.id ?? '', seed * PICKS + lots(PICKS)];
    },
    vector: (_, lots) => [RECORDED_CASES, lots(PLAY_SEEDS) * VECTOR_COUNT + lots(VECTOR_COUNT)],
    statement: (_, lots) => [STATEMENT_CODES[lots(STATEMENT_CODES.length)] ?? '', lots(PICKS)],
    capture: (_, lots) => [RECORDED[lots(RECORDED.length)]?.name ?? '', lots(PICKS)],
  };

const RECORDED_CASES = 'recorded';

/** The source with that name. */
const FOUND: { readonly [T in SourceType]: (source: string, seed: number) => Sources[T] | null } = {
  play: playIn,
  vector: (source, seed) =>
    source === RECORDED_CASES
      ? vectorMoment(seed % VECTOR_COUNT, draw(seed, -1, 2 ** 32), draw(seed, -2, 2 ** 32))
      : null,
  statement: (source) => (isStatement(source) ? source : null),
  capture: (source) => RECORDED.find((c) => c.name === source) ?? null,
};

function madeOf(kind: Kind, source: string, seed: number): Question | null {
  for (const type of Object.keys(kind.sources) as SourceType[]) {
    const draft = draftOf(kind, type, source, seed);
    if (draft) return questionIn(kind.kind, `${kind.kind}:${source}:${seed}`, draft);
  }
  return null;
}

function draftOf<T extends SourceType>(
  { sources }: Kind,
  type: T,
  source: string,
  seed: number,
): Draft | null {
  const found = FOUND[type](source, seed);
  const ask = sources[type] as Ask<Sources[T]> | undefined;
  return (found && ask?.(found, lotsOf(seed))) ?? null;
}

/** A question about a conversation of a capture; null where this seed finds none. */
function captureQuestion(captured: Captured, seed: number): Question | null {
  const draft = capture.sources.capture?.(captured, lotsOf(seed));
  return draft ? questionIn('capture', `capture:${captured.name}:${seed}`, draft) : null;
}

/** So many frames of a conversation are asked about: the beginning of a longer one. */
export const FRAMES_ASKED = 1000;

/** So many seeds may have nothing new before it is believed that there is nothing more. */
const BARREN = 48;

/** Questions about any conversation of a capture, each about something else, until nothing more can be asked. */
export function* captureQuestions(
  captured: Captured,
  seed: number,
): Generator<Question, void, undefined> {
  const asked = new Set<string>();
  for (let n = 0, barren = 0; barren < BARREN; n++, barren++) {
    const question = captureQuestion(captured, draw(seed, n, 2 ** 32));
    if (!question || asked.has(question.variant)) continue;
    asked.add(question.variant);
    yield question;
    barren = 0;
  }
}

const questionIn = (kind: QuestionKind, id: string, draft: Draft): Question => ({
  id,
  kind,
  ...draft,
  difficulty: difficultyOf(kind, draft),
});

/** The plays made last; each serves many questions. */
const plays = new Map<string, Play>();

function playIn(source: string, seed: number): Play | null {
  const scenario = SCENARIOS.find((s) => s.id === source);
  if (!scenario) return null;
  const number = Math.floor(seed / PICKS);
  const key = `${source} ${number}`;
  const play = plays.get(key) ?? playOf(scenario, number);
  plays.delete(key);
  plays.set(key, play);
  const [oldest] = plays.keys();
  if (plays.size > 2 * PLAYS && oldest !== undefined) plays.delete(oldest);
  return play;
}
