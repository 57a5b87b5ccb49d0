/** Questions between two rounds. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  asHost,
  close,
  closeWith,
  join,
  newRace,
  next,
  order,
  type RaceTable,
  seatResult,
} from '../../test/race.ts';
import {
  boardHeadOf,
  decideRace,
  evolveRace,
  type QuestionRef,
  type QuizMoment,
  type QuizReply,
  questionOf,
  questions,
  questionsToAsk,
  quizBoardOf,
  quizHeadOf,
  quizOn,
  quizOwnOf,
  quizStandingsOf,
  type Race,
  raceViewFor,
  raceWakesAt,
  skillsToAsk,
  standingsOf,
  tallyOf,
} from '../index.ts';

const TIME = 20_000;
const NAMES = ['Ada', 'Bo', 'Cleo', 'Dan'] as const;
const REFS = ['one', 'two', 'three'].map(
  (id): QuestionRef => ({ id, kind: 'state-now', skill: 'close', variant: id, difficulty: 0 }),
);

const reply = (choice: number, right = choice === 1): QuizReply => ({
  response: { form: 'one', choice },
  right,
  misconception: right ? null : 'fin-ends-both-ways',
});

let table: RaceTable;

/** A race after its first round. */
function played(options: Parameters<typeof newRace>[1] = {}): RaceTable {
  const race = newRace(undefined, options);
  for (const name of NAMES) join(race, name);
  next(race);
  close(race);
  return race;
}

const ask = (questions = REFS): string | null =>
  order(table, { type: 'ask', questions, time: TIME });
const here = (): QuizMoment => quizOn(table.race)?.moment ?? { quiz: -1, question: -1 };
const answer = (player: string, choice: number, to = here()): string | null =>
  order(table, { type: 'answer', player, to, reply: reply(choice) });
const closeQuestion = (from = here()) => asHost(table, { type: 'close-question', from });
const nextQuestion = (from = here()) => asHost(table, { type: 'next-question', from });
const pointsOf = (player: string): number | undefined =>
  quizStandingsOf(table.race).find((s) => s.player === player)?.points;

beforeEach(() => {
  table = played();
});

describe('a quiz', () => {
  it('is asked between two rounds, and never while one is played', () => {
    const lobby = newRace();
    join(lobby, 'Ada');
    expect(order(lobby, { type: 'ask', questions: REFS, time: TIME })).toBe('not-now');
    expect(next(lobby)).toBeNull();
    expect(order(lobby, { type: 'ask', questions: REFS, time: TIME })).toBe('not-now');
    expect(ask([])).toBe('not-now');
    expect(ask()).toBeNull();
    expect(ask()).toBe('not-now');
    expect(table.race.phase).toBe('between');
  });

  it('goes question by question back to where the race was', () => {
    ask();
    for (const question of [0, 1, 2]) {
      expect(quizHeadOf(table.race, table.now)).toEqual({
        quiz: 0,
        question,
        of: 3,
        time: TIME,
        endsIn: TIME,
      });
      closeQuestion();
      expect(quizHeadOf(table.race, table.now)?.endsIn).toBeNull();
      nextQuestion();
    }
    expect(quizOn(table.race)).toBeNull();
    expect(next(table)).toBeNull();
    expect(table.race.phase).toBe('round');
  });

  it('keeps the race where it is as long as it is on', () => {
    ask();
    expect(next(table)).toBe('not-now');
    asHost(table, { type: 'end-quiz' });
    expect(next(table)).toBeNull();
  });

  it('is over when the host ends the race, and what was answered counts', () => {
    ask();
    answer('ada', 1);
    asHost(table, { type: 'end' });
    expect(table.race.phase).toBe('podium');
    expect(quizOn(table.race)).toBeNull();
    expect(pointsOf('ada')).toBe(1000);
  });

  it('goes on once where the host has pressed twice', () => {
    ask();
    const from = here();
    nextQuestion(from);
    expect(nextQuestion(from)).toBeNull();
    expect(closeQuestion(from)).toBeNull();
    expect(quizHeadOf(table.race, table.now)).toMatchObject({ question: 1, endsIn: TIME });
  });

  it('can be followed by another one', () => {
    ask();
    asHost(table, { type: 'end-quiz' });
    ask();
    expect(here()).toEqual({ quiz: 1, question: 0 });
  });
});

describe('an answer', () => {
  beforeEach(() => {
    ask();
  });

  it('stands, whatever else the player answers afterwards', () => {
    answer('ada', 0);
    expect(answer('ada', 1)).toBeNull();
    closeQuestion();
    expect(answer('ada', 1)).toBeNull();
    expect(quizOwnOf(table.race, 'ada')).toMatchObject({
      given: { form: 'one', choice: 0 },
      result: { right: false, points: 0 },
    });
  });

  it('is worth 600, and up to 400 for speed', () => {
    answer('ada', 1);
    table.now += TIME / 2;
    answer('bo', 1);
    answer('cleo', 0);
    closeQuestion();
    expect(['ada', 'bo', 'cleo', 'dan'].map(pointsOf)).toEqual([1000, 800, 0, undefined]);
  });

  it('is worth 1000 where speed does not count', () => {
    table = played({ timed: false });
    ask();
    table.now += TIME / 2;
    answer('ada', 1);
    closeQuestion();
    expect(pointsOf('ada')).toBe(1000);
  });

  it('of who has more time is worth as much after more time', () => {
    asHost(table, { type: 'pace', player: 'bo', pace: 2 });
    table.now += TIME / 2;
    answer('bo', 1);
    closeQuestion();
    expect(pointsOf('bo')).toBe(900);
  });

  it('comes in time, to the question that is open, from who is in the race', () => {
    expect(answer('ada', 1, { quiz: 0, question: 1 })).toBe('not-now');
    expect(answer('nobody', 1)).toBe('unknown-player');
    asHost(table, { type: 'kick', player: 'dan', ban: false });
    expect(answer('dan', 1)).toBe('unknown-player');
    table.now += TIME - 1;
    expect(answer('ada', 1)).toBeNull();
    table.now += 1;
    expect(answer('bo', 1)).toBe('not-now');
  });

  it('counts for the ranking only once the question is closed', () => {
    answer('ada', 1);
    expect(quizStandingsOf(table.race)).toEqual([]);
    closeQuestion();
    expect(quizStandingsOf(table.race)).toEqual([
      { player: 'ada', place: 1, points: 1000, right: 1, answers: 1 },
    ]);
  });

  it('changes nothing of how the players stand in the race', () => {
    const before = standingsOf(table.race);
    answer('ada', 1);
    answer('bo', 0);
    closeQuestion();
    asHost(table, { type: 'end-quiz' });
    expect(standingsOf(table.race)).toEqual(before);
  });
});

describe('a question closes', () => {
  beforeEach(() => {
    ask();
  });

  it('when its time is up', () => {
    expect(raceWakesAt(table.race)).toBe(table.now + TIME);
    table.now += TIME - 1;
    order(table, { type: 'time-up' });
    expect(quizOn(table.race)?.put.closed).toBe(false);
    table.now += 1;
    order(table, { type: 'time-up' });
    expect(quizOn(table.race)?.put.closed).toBe(true);
    expect(raceWakesAt(table.race)).toBeGreaterThan(table.now + TIME);
  });

  it('when all who are here have answered, and no sooner', () => {
    const done = (present: readonly string[], to = here()): boolean => {
      order(table, { type: 'all-answered', to, present });
      return quizOn(table.race)?.put.closed ?? false;
    };
    expect(done([])).toBe(false);
    answer('ada', 1);
    expect(done(['ada', 'bo'])).toBe(false);
    expect(done(['ada'], { quiz: 0, question: 1 })).toBe(false);
    expect(done(['ada', 'who-was-never-in'])).toBe(true);
  });

  it('later by the time for which the server was away, for which nobody pays', () => {
    table.now += 5000;
    answer('bo', 1);
    const since = table.now;
    table.now += 60_000;
    order(table, { type: 'recover', since });
    expect(quizHeadOf(table.race, table.now)?.endsIn).toBe(TIME - 5000);
    answer('ada', 1);
    closeQuestion();
    expect([pointsOf('ada'), pointsOf('bo')]).toEqual([900, 900]);
  });

  it('and no time is given back for one that is closed', () => {
    closeQuestion();
    const before = table.race;
    table.now += 60_000;
    order(table, { type: 'recover', since: before.at });
    expect(table.race).toBe(before);
  });
});

describe('while a question is open', () => {
  it('host, projector and players are told how many have answered, and nothing of what', () => {
    ask();
    const empty = [boardHeadOf(table.race, 0, table.now), raceViewFor(table.race, 'bo', table.now)];
    answer('ada', 1);
    const right = boardHeadOf(table.race, 0, table.now);
    expect(right.quiz).toMatchObject({ on: { answers: 1 }, ranking: [] });
    expect([{ ...right, quiz: empty[0]?.quiz }, raceViewFor(table.race, 'bo', table.now)]).toEqual(
      empty,
    );
    expect(quizOwnOf(table.race, 'ada')).toEqual({
      given: { form: 'one', choice: 1 },
      result: null,
      place: null,
    });
  });

  it('the ranking shows ten at most, and shares places', () => {
    const many = newRace();
    for (let i = 0; i < 12; i++) join(many, `P${i}`);
    table = many;
    next(table);
    close(table);
    ask();
    for (let i = 0; i < 12; i++) answer(`p${i}`, i === 0 ? 0 : 1);
    closeQuestion();
    const ranking = quizBoardOf(table.race, table.now)?.ranking ?? [];
    expect(ranking).toHaveLength(10);
    expect(new Set(ranking.map((r) => r.place))).toEqual(new Set([1]));
    expect(raceViewFor(table.race, 'p0', table.now)?.quiz).toEqual({
      place: 12,
      points: 0,
      right: 0,
      answers: 1,
      players: 12,
    });
  });

  it('answers are counted choice by choice', () => {
    ask();
    answer('ada', 1);
    answer('bo', 1);
    answer('cleo', 0);
    order(table, {
      type: 'answer',
      player: 'dan',
      to: here(),
      reply: { ...reply(0), response: { form: 'many', choices: [0, 2] } },
    });
    const put = quizOn(table.race)?.put;
    expect(put && tallyOf(put, 4)).toEqual({ answers: 4, right: 2, chosen: [2, 2, 1, 0] });
  });
});

describe('what to ask a class', () => {
  it('is about what it got wrong', () => {
    table = newRace(['close', 'handshake']);
    for (const name of NAMES) join(table, name);
    next(table);
    closeWith(table, () => ({
      client: { ...seatResult(0), shown: [{ code: 'fin-ends-both-ways', count: 1, example: 0 }] },
      server: seatResult(600),
    }));
    const skills = skillsToAsk(table.race);
    expect(skills).toContain('close');
    const source = questions(3, { skills });
    const pool = Array.from({ length: 40 }, () => source.next().value);
    const asked = questionsToAsk(table.race, pool, 5);
    expect(asked).toHaveLength(5);
    expect(asked[0]?.choices.map((c) => c.misconception)).toContain('fin-ends-both-ways');
    expect(new Set(asked.map((q) => `${q.kind} ${q.variant}`)).size).toBe(5);
    for (const { id } of asked) expect(questionOf(id)?.id).toBe(id);
    // Where nothing has been got wrong, with what is easy.
    const easy = questionsToAsk({ ...table.race, rounds: [] }, pool, 5);
    const hardness = easy.map((q) => q.difficulty);
    expect(hardness).toEqual(hardness.toSorted((x, y) => x - y));
    expect(hardness[0]).toBe(Math.min(...pool.map((q) => q.difficulty)));
  });
});

describe('whatever is done in a quiz', () => {
  const player = fc.constantFrom('ada', 'bo', 'cleo', 'dan');
  const act = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(player, fc.nat(3)).map(
        ([p, c]) =>
          () =>
            void answer(p, c),
      ),
    },
    { weight: 2, arbitrary: fc.constant(() => void ask()) },
    { weight: 2, arbitrary: fc.constant(() => void nextQuestion()) },
    { weight: 1, arbitrary: fc.constant(() => void closeQuestion()) },
    { weight: 1, arbitrary: fc.constant(() => void asHost(table, { type: 'end-quiz' })) },
    { weight: 1, arbitrary: fc.constant(() => void next(table)) },
    { weight: 1, arbitrary: fc.constant(() => close(table)) },
    {
      weight: 2,
      arbitrary: fc.nat(TIME).map((ms) => () => {
        table.now += ms;
        order(table, { type: 'time-up' });
      }),
    },
  );

  it('nobody answers twice, points stay within bounds, and the log makes it again', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60, size: 'max' }), (acts) => {
        table = played();
        for (const each of acts) each();
        for (const { put } of table.race.quizzes)
          for (const { answers } of put) {
            expect(new Set(answers.map((a) => a.player)).size).toBe(answers.length);
            for (const { right, points } of answers)
              right ? expect(points >= 600 && points <= 1000).toBe(true) : expect(points).toBe(0);
          }
        if (table.race.phase === 'round') expect(quizOn(table.race)).toBeNull();
        const closed = table.race.quizzes.flatMap(({ put }) => put.filter((p) => p.closed));
        const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
        expect(sum(quizStandingsOf(table.race).map((s) => s.points))).toBe(
          sum(closed.flatMap(({ answers }) => answers.map((a) => a.points))),
        );
        const again = table.events.reduce<Race | null>(evolveRace, null);
        expect(again).toEqual(table.race);
        // A repeat of what was decided finds it done.
        const on = quizOn(table.race);
        const [first] = on?.put.answers ?? [];
        if (on && first)
          expect(
            decideRace(
              table.race,
              { type: 'answer', player: first.player, to: on.moment, reply: reply(1) },
              table.now,
            ),
          ).toEqual({ events: [] });
      }),
      { numRuns: 200 },
    );
  });
});
