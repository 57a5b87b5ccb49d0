import {
  GAME_REFUSALS,
  type Move as GameMove,
  type RowView as GameRow,
  type Verdict as GameVerdict,
  NAME_ERRORS,
  type View,
} from '@ackade/game';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { type Move, REFUSALS, type RowView, type Verdict, type ViewHead } from './index.ts';

describe('the contract agrees with the game', () => {
  it('on the shapes that cross the wire', () => {
    expectTypeOf<Omit<View, 'rows'>>().toExtend<z.infer<typeof ViewHead>>();
    expectTypeOf<z.infer<typeof ViewHead>>().toExtend<Omit<View, 'rows'>>();
    expectTypeOf<GameRow>().toExtend<z.infer<typeof RowView>>();
    expectTypeOf<z.infer<typeof RowView>>().toExtend<GameRow>();
    expectTypeOf<GameVerdict>().toExtend<z.infer<typeof Verdict>>();
    expectTypeOf<z.infer<typeof Verdict>>().toExtend<GameVerdict>();
    expectTypeOf<z.infer<typeof Move>>().toExtend<GameMove>();
  });

  it('on every refusal that the game can give', () => {
    for (const code of [...GAME_REFUSALS, ...NAME_ERRORS]) expect(REFUSALS).toHaveProperty(code);
  });
});
