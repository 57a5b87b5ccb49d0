import { readdir, readFile } from 'node:fs/promises';
import { idealPlay, judge, optionsOf, scenarioById } from '@ackade/game';
import { ACK, FIN, PSH, SYN, segLen } from '@ackade/tcp';
import { describe, expect, test } from 'vitest';
import { mistaken } from './mistaken.ts';
import {
  answered,
  beatOf,
  choicesOf,
  composed,
  firstAlarm,
  openScene,
  passed,
  pictureOf,
  rightMove,
  rightOption,
  type Scene,
  speakerOf,
} from './scene.ts';
import type { Step } from './step.ts';
import { STEPS, stepAfter, stepById } from './steps.ts';
import type { StepWords } from './words.ts';

const scenesOf = (step: Step): readonly Scene[] =>
  step.beats.map((_, made) => openScene(step, made));
const endOf = (step: Step): Scene => openScene(step, step.beats.length);
const sentIn = ({ world }: Scene) =>
  world.rows.flatMap((row) => (row.kind === 'sent' ? [{ at: row.at, ...row.segment }] : []));

const each = STEPS.map((step) => [step.id, step] as const);

describe.each(each)('%s', (_, step) => {
  test('is played to the end of its scenario, but for what time alone brings', () => {
    const end = endOf(step);
    expect(speakerOf(end)).toBe(null);
    const timer = firstAlarm(end.world)?.timer ?? 'time-wait';
    expect(timer).toBe('time-wait');
  });

  test('asks for time where only time can pass, and for a segment where one is due', () => {
    for (const scene of scenesOf(step))
      expect(beatOf(scene)?.way === 'wait').toBe(speakerOf(scene) === null);
  });

  test('shows the segments of the ideal play of its scenario, each once', () => {
    const scenario = scenarioById(step.scenario);
    if (!scenario) throw new Error('no such scenario');
    const ideal = idealPlay({ ...scenario, iss: { client: 100, server: 300 } });
    const data = (s: { ctl: number; len: number }) => s.len > 0 && s.ctl & FIN;
    const both = sentIn({ world: ideal } as Scene);
    // Ideal play lets a FIN ride on data; the lesson sends it by itself.
    if (!both.some(data)) expect(sentIn(endOf(step))).toEqual(both);
    else expect(sentIn(endOf(step)).length).toBe(both.length + 1);
  });

  test('acknowledges sequence plus length, everywhere', () => {
    const sent = sentIn(endOf(step));
    for (const [i, segment] of sent.entries()) {
      if (!(segment.ctl & ACK)) continue;
      const heard = sent.slice(0, i).filter((s) => s.at !== segment.at);
      const next = Math.max(...heard.map((s) => s.seq + segLen(s)), 0);
      if (next > 0) expect(segment.ack).toBe(next);
    }
  });

  test('has one right choice among those that can be picked', () => {
    for (const scene of scenesOf(step)) {
      const beat = beatOf(scene);
      const at = speakerOf(scene);
      if (beat?.way !== 'pick' || !at) continue;
      const choices = choicesOf(scene, rightOption(scene, at), beat.wrong);
      const right = choices.filter(
        (move) => judge(scene.world, step.level, at, move)?.verdict.right,
      );
      expect(right).toEqual([rightMove(rightOption(scene, at))]);
      expect(new Set(choices.map((c) => JSON.stringify(c))).size).toBe(choices.length);
    }
  });

  test('knows no other right way where the control bits are put together', () => {
    for (const scene of scenesOf(step)) {
      const at = speakerOf(scene);
      if (beatOf(scene)?.way !== 'compose' || !at) continue;
      const right = rightOption(scene, at);
      const ways = optionsOf(scene.world.ends[at].turns).map(({ segment }) => segment.ctl | PSH);
      expect(new Set(ways).size).toBe(1);
      expect(answered(scene, composed(right, right.segment.ctl))).toEqual(passed(scene));
    }
  });

  test('shows both ends in the states of their TCBs', () => {
    const end = endOf(step);
    const { rows, states } = pictureOf(end);
    for (const at of ['client', 'server'] as const)
      expect(states.findLast((change) => change.at === at)?.state).toBe(
        end.world.ends[at].tcb.state,
      );
    for (const { row } of states) expect(row).toBeLessThan(rows.length);
    expect(states.every(({ row }, i) => (i < 2 ? row === -1 : row >= 0))).toBe(true);
  });

  test('is played afterwards at a level that its scenario has', () => {
    expect(scenarioById(step.scenario)?.levels).toContain(step.play.level);
  });

  test.each(['en', 'zh-CN'])('has all its words, %s', async (locale) => {
    const file = new URL(`../../messages/lesson/${locale}/${step.id}.json`, import.meta.url);
    const words = JSON.parse(await readFile(file, 'utf8')) as StepWords;
    for (const text of [words.title, words.lead, words.moral]) expect(text).not.toBe('');
    expect(words.beats.length).toBe(step.beats.length);
    const says = words.beats.filter((beat) => beat.says);
    expect([0, step.beats.length]).toContain(says.length);
    for (const [i, { ask, told, others }] of words.beats.entries()) {
      const beat = step.beats[i];
      expect(ask && told).toBeTruthy();
      expect(`${ask}${told}`.length).toBeLessThan(280);
      if (says.length > 0 && beat?.way === 'pick') expect(others?.length).toBe(beat.wrong.length);
      else expect(others).toBe(undefined);
    }
  });
});

describe('the lesson', () => {
  test.each(['en', 'zh-CN'])('has no words of steps that are not there, %s', async (locale) => {
    const files = await readdir(new URL(`../../messages/lesson/${locale}`, import.meta.url));
    expect(files.toSorted()).toEqual(STEPS.map(({ id }) => `${id}.json`).toSorted());
  });

  test('begins with a greeting of three segments and a farewell of four', () => {
    const bits = (id: string) => sentIn(endOf(stepById(id) as Step)).map((s) => [s.at, s.ctl]);
    const [client, server] = ['client', 'server'] as const;
    for (const id of ['greeting', 'handshake'])
      expect(bits(id)).toEqual([
        [client, SYN],
        [server, SYN | ACK],
        [client, ACK],
      ]);
    for (const id of ['farewell', 'close', 'fin-carries-ack'])
      expect(bits(id)).toEqual([
        [client, FIN | ACK],
        [server, ACK],
        [server, FIN | ACK],
        [client, ACK],
      ]);
  });

  test('goes from each step to the next, and ends', () => {
    expect(new Set(STEPS.map(({ id }) => id)).size).toBe(STEPS.length);
    expect(stepAfter(STEPS[0] as Step)).toBe(STEPS[1]);
    expect(stepAfter(STEPS.at(-1) as Step)).toBe(undefined);
  });
});

describe('a wrong move', () => {
  const finAlone = () => {
    const scene = openScene(stepById('fin-carries-ack') as Step);
    return mistaken(scene, composed(rightOption(scene, 'client'), FIN));
  };

  test('changes nothing but the picture, and can be mended', () => {
    const scene = openScene(stepById('fin-carries-ack') as Step);
    const wrong = finAlone();
    expect(wrong.world).toEqual(scene.world);
    expect(wrong.mistake).toMatchObject({ verdict: { misconceptions: ['fin-without-ack'] } });
    const row = pictureOf(wrong).rows.at(-1);
    expect(row?.kind).toBe('mistake');
    expect(passed(wrong)).toEqual(passed(scene));
  });

  test('hangs on what it failed to answer, although silences are left out', () => {
    const scene = openScene(stepById('close') as Step, 2);
    const at = speakerOf(scene);
    if (!at) throw new Error('nobody speaks');
    const { rows } = pictureOf(mistaken(scene, composed(rightOption(scene, at), SYN)));
    const row = rows.find((r) => r.kind === 'mistake');
    expect(rows[row?.answering ?? -1]).toMatchObject({ kind: 'call', call: 'CLOSE' });
  });
});
