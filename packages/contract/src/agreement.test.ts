import {
  GAME_REFUSALS,
  type Move as GameMove,
  type Replay as GameReplay,
  type RowView as GameRow,
  type Verdict as GameVerdict,
  type Weather as GameWeather,
  NAME_ERRORS,
  type View,
} from '@ackade/game';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  type Move,
  REFUSALS,
  type Replay,
  type RowView,
  type Verdict,
  type ViewHead,
  type Weather,
} from './index.ts';

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
    ];
    expect(agreed).not.toContain(false);
  });

  it('on every refusal that the game can give', () => {
    for (const code of [...GAME_REFUSALS, ...NAME_ERRORS]) expect(REFUSALS).toHaveProperty(code);
  });
});
