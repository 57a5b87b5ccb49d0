import {
  type BoardHead,
  type BoardPlayer,
  GAME_REFUSALS,
  type HostCommand as GameHostCommand,
  type Lane as GameLane,
  type Leg as GameLeg,
  type Lesson as GameLesson,
  type Move as GameMove,
  type Progress as GameProgress,
  type RaceOptions as GameRaceOptions,
  type RaceView as GameRaceView,
  type Replay as GameReplay,
  type Response as GameResponse,
  type RowView as GameRow,
  type Shown as GameShown,
  type Total as GameTotal,
  type Verdict as GameVerdict,
  type Weather as GameWeather,
  LEARNER_REFUSALS,
  NAME_ERRORS,
  RACE_REFUSALS,
  type View,
} from '@ackade/game';
import type { QuestionSet as SetsQuestionSet } from '@ackade/sets';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  type Board,
  type HostCommand,
  type Lane,
  type Leg,
  type Lesson,
  type Move,
  type Progress,
  type QuestionSet,
  type RaceOptions,
  type RaceView,
  REFUSALS,
  type Replay,
  type Response,
  type RowView,
  type Shown,
  type Total,
  type Verdict,
  type ViewHead,
  type Weather,
} from './index.ts';

type BoardShape = z.infer<typeof Board>;

type Extends<A, B> = [A] extends [B] ? true : false;

describe('the contract agrees with the game', () => {
  it('on the shapes that cross the wire', () => {
    // The compiler is the judge of these; each fails to build where the two differ.
    const agreed: readonly true[] = [
      true satisfies Extends<Omit<View, 'rows'>, z.infer<typeof ViewHead>>,
      true satisfies Extends<z.infer<typeof ViewHead>, Omit<View, 'rows'>>,
      true satisfies Extends<GameRow, z.infer<typeof RowView>>,
      true satisfies Extends<z.infer<typeof RowView>, GameRow>,
      true satisfies Extends<GameVerdict, z.infer<typeof Verdict>>,
      true satisfies Extends<z.infer<typeof Verdict>, GameVerdict>,
      true satisfies Extends<z.infer<typeof Move>, GameMove>,
      true satisfies Extends<z.infer<typeof Weather>, GameWeather>,
      true satisfies Extends<z.infer<typeof Replay>, GameReplay>,
      true satisfies Extends<GameReplay, z.infer<typeof Replay>>,
      true satisfies Extends<z.infer<typeof RaceView>, GameRaceView>,
      true satisfies Extends<GameRaceView, z.infer<typeof RaceView>>,
      true satisfies Extends<NonNullable<BoardShape['head']>, BoardHead>,
      true satisfies Extends<BoardHead, NonNullable<BoardShape['head']>>,
      true satisfies Extends<BoardShape['players'][number], BoardPlayer>,
      true satisfies Extends<BoardPlayer, BoardShape['players'][number]>,
      true satisfies Extends<BoardShape['pairs'][number], GameProgress>,
      true satisfies Extends<GameProgress, z.infer<typeof Progress>>,
      true satisfies Extends<z.infer<typeof HostCommand>, GameHostCommand>,
      true satisfies Extends<GameHostCommand, z.infer<typeof HostCommand>>,
      true satisfies Extends<z.infer<typeof RaceOptions>, GameRaceOptions>,
      true satisfies Extends<GameRaceOptions, z.infer<typeof RaceOptions>>,
      true satisfies Extends<z.infer<typeof Lane>, GameLane>,
      true satisfies Extends<GameLane, z.infer<typeof Lane>>,
      true satisfies Extends<z.infer<typeof Lesson>, GameLesson>,
      true satisfies Extends<GameLesson, z.infer<typeof Lesson>>,
      true satisfies Extends<z.infer<typeof Leg>, GameLeg>,
      true satisfies Extends<GameLeg, z.infer<typeof Leg>>,
      true satisfies Extends<z.infer<typeof Shown>, GameShown>,
      true satisfies Extends<GameShown, z.infer<typeof Shown>>,
      true satisfies Extends<z.infer<typeof Total>, GameTotal>,
      true satisfies Extends<GameTotal, z.infer<typeof Total>>,
      true satisfies Extends<Response, GameResponse>,
      true satisfies Extends<GameResponse, Response>,
      true satisfies Extends<z.infer<typeof QuestionSet>, SetsQuestionSet>,
      true satisfies Extends<SetsQuestionSet, z.infer<typeof QuestionSet>>,
    ];
    expect(agreed).not.toContain(false);
  });

  it('on every refusal that the game can give', () => {
    for (const code of [...GAME_REFUSALS, ...RACE_REFUSALS, ...LEARNER_REFUSALS, ...NAME_ERRORS])
      expect(REFUSALS).toHaveProperty(code);
  });
});
