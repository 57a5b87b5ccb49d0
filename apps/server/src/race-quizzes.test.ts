/** What everybody is sent of the questions between two rounds, and nothing of an answer before it is due. */
import type { QuizQuestion, SetMade } from '@ackade/contract';
import { type Question, questionOf, type Response, solutionOf } from '@ackade/game';
import { readGift } from '@ackade/sets/files';
import { describe, expect, it } from 'vitest';
import { fastClock } from '../test/fast-clock.ts';
import type { Racer, Watcher } from '../test/racer.ts';
import { passRound, racingOnServer } from '../test/racing.ts';
import { POSED, toldOf } from '../test/studying.ts';

const { racing, server } = racingOnServer(() => fastClock(5));

/** A race after its first round. */
async function between(names: readonly string[] = ['Ada', 'Bo']) {
  const made = await racing.lobby(names, ['handshake', 'close']);
  await passRound(made.host);
  return made;
}

type Asked = { readonly quiz: Racer['quiz'] };

const opened = async ({ quiz }: Asked, question = 0): Promise<QuizQuestion> =>
  (await quiz.until(({ on }) => on?.question === question && on.endsIn !== null))
    .on as QuizQuestion;
const told = async ({ quiz }: Asked, question = 0): Promise<QuizQuestion> =>
  (await quiz.until(({ on }) => on?.question === question && on.told !== null)).on as QuizQuestion;
const answers = (host: Watcher, count: number) =>
  host.until((b) => b.head.quiz?.on?.answers === count);

/** The question that is asked, as the log has it. */
async function asked(question = 0): Promise<Question> {
  const rows = await server().database.client.log.findMany();
  const events = rows.flatMap(
    (row) => JSON.parse(String(row.events)) as { type: string; questions?: { id: string }[] }[],
  );
  const began = events.findLast((e) => e.type === 'quiz-began');
  return questionOf(began?.questions?.[question]?.id ?? '') as Question;
}

/** A wrong answer of the form that is asked for. */
function wrong(question: Question): Response {
  const solution = solutionOf(question);
  if (solution.form === 'order') return { form: 'order', order: solution.order.toReversed() };
  return { form: 'one', choice: question.answer === 0 ? 1 : 0 };
}

describe('a question', () => {
  it('comes to everybody, closes when all have answered, and everybody is told what it came to', async () => {
    const { host, racers } = await between();
    const [ada, bo] = racers as [Racer, Racer];
    expect(await host.ask()).toBeNull();
    await Promise.all([ada, bo, host].map((one) => opened(one)));
    expect(host.quiz.get().on?.own).toBeNull();
    const question = await asked();
    expect(await ada.answer(solutionOf(question))).toBeNull();
    await answers(host, 1);
    expect(await bo.answer(wrong(question))).toBeNull();
    const [mine, his, ours] = await Promise.all([ada, bo, host].map((one) => told(one)));
    expect(mine?.own?.result?.right).toBe(true);
    expect(mine?.own?.place).toMatchObject({ place: 1, players: 2, right: 1 });
    expect(his?.own?.result).toEqual({ right: false, points: 0 });
    expect(ours?.told).toMatchObject({
      solution: solutionOf(question),
      answers: 2,
      right: 1,
      explanation: expect.stringMatching(/\w/),
    });
    await host.until((b) => b.head.quiz?.ranking.length === 2);
  });

  it('closes when its time is up', async () => {
    const { host, racers } = await between();
    await host.ask({ time: 5000 });
    expect((await told(host)).told?.answers).toBe(0);
    const [ada] = racers as [Racer];
    expect((await told(ada)).own).toEqual({ given: null, result: null, place: null });
    expect(await ada.answer(wrong(await asked()))).toBe('not-now');
  });

  it('closes when who has not answered goes', async () => {
    const { host, racers } = await between();
    const [ada, bo] = racers as [Racer, Racer];
    await host.ask();
    await opened(ada);
    await ada.answer(solutionOf(await asked()));
    await answers(host, 1);
    bo.leave();
    expect((await told(ada)).own?.result?.right).toBe(true);
  });

  it('is put in the language of each', async () => {
    const { race, host, racers } = await between();
    const [ada, bo] = racers as [Racer, Racer];
    bo.leave();
    const chinese = racing.again(race, bo.token, 'zh-CN');
    await chinese.until(() => true);
    await host.ask();
    expect((await opened(ada)).posed.prompt).not.toMatch(/\p{Script=Han}/u);
    expect((await opened(chinese)).posed.prompt).toMatch(/\p{Script=Han}/u);
    await host.host({ type: 'close-question', from: { quiz: 0, question: 0 } });
    expect((await told(chinese)).told?.explanation).toMatch(/\p{Script=Han}/u);
  });

  it('is there again for who comes back, with what he has answered', async () => {
    const { race, host, racers } = await between();
    const [ada] = racers as [Racer];
    await host.ask();
    await opened(ada);
    const response = wrong(await asked());
    await ada.answer(response);
    ada.leave();
    const back = racing.again(race, ada.token);
    const again = await opened(back);
    expect(again.own).toEqual({ given: response, result: null, place: null });
    expect(again.told).toBeNull();
    expect(await back.answer(solutionOf(await asked()))).toBeNull();
    await host.host({ type: 'close-question', from: { quiz: 0, question: 0 } });
    expect((await told(back)).own).toMatchObject({ given: response, result: { right: false } });
  });

  it('gives way to the next one, and at last to the race', async () => {
    const { host, racers } = await between();
    await host.ask();
    for (const question of [0, 1]) {
      await Promise.all(racers.map((racer) => opened(racer, question)));
      await host.host({ type: 'next-question', from: { quiz: 0, question } });
    }
    await Promise.all(racers.map(({ quiz }) => quiz.until(({ on }) => on === null)));
    expect(await host.next()).toBeNull();
  });

  it('can be about what the class got wrong', async () => {
    const { host } = await between();
    expect(await host.ask({ about: 'mistakes', count: 1 })).toBeNull();
    await opened(host);
    expect((await asked()).skill).toBe('handshake');
  });
});

describe('questions of a set', () => {
  /** The code of a set of these questions. */
  async function setOf(gift: string): Promise<string> {
    const reading = readGift(gift);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const set = { title: 'TCP', language: 'en', questions: reading.questions };
    const response = await fetch(`${server().url}/api/sets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(set),
    });
    return ((await response.json()) as SetMade).code;
  }

  it('are put like others, whatever they are to be answered with', async () => {
    const set = await setOf('The opposite of active is {=passive#As in passive OPEN.}');
    const { host, racers } = await between();
    const [ada, bo] = racers as [Racer, Racer];
    expect(await host.ask({ set, count: 5 })).toBeNull();
    const { posed, of } = await opened(ada);
    expect(of).toBe(1);
    expect(posed).toMatchObject({ kind: 'own', form: 'text' });
    expect(await ada.answer({ form: 'one', choice: 0 })).toBe('bad-request');
    expect(await ada.answer({ form: 'text', text: 'Passive' })).toBeNull();
    expect(await bo.answer({ form: 'text', text: 'open' })).toBeNull();
    const solution = { form: 'text', text: 'passive' };
    expect((await told(ada)).told).toMatchObject({ answers: 2, right: 1, solution });
    expect((await told(bo)).own?.result).toEqual({ right: false, points: 0 });
  });

  it('are mixed with others', async () => {
    const set = await setOf('SYN takes a number {T}\n\nFIN takes a number {T}');
    const { host } = await between();
    expect(await host.ask({ set, mix: 50, count: 4 })).toBeNull();
    const kinds: string[] = [];
    for (const question of [0, 1, 2, 3]) {
      const { posed } = await opened(host, question);
      kinds.push(posed.kind);
      await host.host({ type: 'next-question', from: { quiz: 0, question } });
    }
    expect(kinds.filter((kind) => kind === 'own')).toHaveLength(2);
  });

  it('are not there under a code that no set has', async () => {
    const { host } = await between();
    expect(await host.ask({ set: 'ZZZZZZZ' })).toBe('unknown-set');
    expect(await host.ask({ set: '' })).toBe('bad-request');
  });
});

describe('nobody', () => {
  it('but the host asks, and but a player answers', async () => {
    const { race, host, racers } = await between();
    const [ada] = racers as [Racer];
    expect(await ada.ask()).toBe('host-only');
    const screen = await racing.watch(race, race.screen);
    expect(await screen.ask()).toBe('host-only');
    const answer = { form: 'one', choice: 0 } as const;
    expect(await ada.answer(answer, { quiz: 0, question: 0 })).toBe('not-now');
    await host.ask();
    expect(await screen.host({ type: 'end-quiz' })).toBe('host-only');
    await opened(ada);
    expect(await ada.answer({ form: 'number', number: 1 })).toBe('bad-request');
  });

  it('is asked while a round is played', async () => {
    const { host } = await racing.lobby(['Ada', 'Bo']);
    expect(await host.ask()).toBe('not-now');
    const start = performance.now();
    expect(await host.ask({ about: 'mistakes' })).toBe('not-now');
    expect(performance.now() - start).toBeLessThan(500);
    expect(await host.ask({ set: 'ZZZZZZZ' })).toBe('not-now');
    await host.next();
    expect(await host.ask()).toBe('not-now');
  });

  it('is sent anything of an answer before the question is closed, and all of it once', async () => {
    const { race, host, racers } = await between(['Ada', 'Bo', 'Cleo', 'Dan']);
    const screen = await racing.watch(race, race.screen);
    const frames: string[] = [];
    const listen = ({ socket }: Pick<Racer, 'socket'>): void => {
      socket.io.engine.on('packet', ({ type, data }) => {
        if (type === 'message') frames.push(data as string);
      });
    };
    for (const client of [...racers, host, screen]) listen(client as Pick<Racer, 'socket'>);
    await host.ask({ count: 1 });
    await Promise.all([...racers, host, screen].map((one) => opened(one)));
    const question = await asked();
    const [first, second, third] = racers as [Racer, Racer, Racer];
    await first.answer(solutionOf(question));
    await second.answer(wrong(question));
    await third.answer(solutionOf(question));
    await answers(host, 3);
    await answers(screen, 3);
    const before = frames.splice(0).join('\n');
    const key =
      /"(solution|explanation|correction|misconception|right|answer|rule|row|chosen|variant|id)":/;
    for (const frame of before.split('\n').filter((f) => f.includes('"quiz",'))) {
      expect(frame).toContain('"told":null');
      // The rows of a figure have ids of their own.
      const { posed, ...rest } = JSON.parse(frame.slice(frame.indexOf('['))).at(1).on;
      expect(JSON.stringify(rest)).not.toMatch(key);
      expect(toldOf(posed)).toEqual(POSED);
    }
    expect(before.match(/\["quiz",/g)).toHaveLength(racers.length + 2);
    expect(before).not.toMatch(/"(solution|misconception|chosen)":/);
    expect(before).not.toContain(question.id);
    await host.host({ type: 'close-question', from: { quiz: 0, question: 0 } });
    await Promise.all([...racers, host, screen].map((one) => told(one)));
    const after = frames.join('\n');
    expect(after.match(/\["quiz",/g)).toHaveLength(racers.length + 2);
  });
});
