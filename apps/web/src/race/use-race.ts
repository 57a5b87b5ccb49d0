import type { QuizQuestion } from '@ackade/contract';
import type { RaceView } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { locale } from '../locale.ts';
import { openRace, type RaceLink } from './race-live.ts';

export type RaceSeen = {
  /** Null until the first view has come. */
  readonly view: RaceView | null;
  /** `performance.now()` at which it came: what is left of the round runs on from there. */
  readonly since: number;
  /** What the host asks, and when that came; null where nothing is asked. */
  readonly asked: { readonly on: QuizQuestion; readonly since: number } | null;
  readonly connected: boolean;
  /** Why the race is closed to us for good. */
  readonly problem: Problem | null;
  /** Null for the moment before it is opened. */
  readonly link: RaceLink | null;
};

/** Keeps a player's place in the race open for as long as the component is shown. */
export function useRace(code: string, token: string): RaceSeen {
  const [seen, see] = useState<Pick<RaceSeen, 'view' | 'since'>>({ view: null, since: 0 });
  const [asked, setAsked] = useState<RaceSeen['asked']>(null);
  const [connected, setConnected] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [link, setLink] = useState<RaceLink | null>(null);
  useEffect(() => {
    const opened = openRace(
      { code, token, locale },
      {
        connected: setConnected,
        problem: setProblem,
        race: (view) => see({ view, since: performance.now() }),
        quiz: ({ on }) => setAsked(on && { on, since: performance.now() }),
      },
    );
    setLink(opened);
    return opened.close;
  }, [code, token]);
  return { ...seen, asked, connected, problem, link };
}
