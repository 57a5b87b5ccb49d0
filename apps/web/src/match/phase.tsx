import type { ComponentChildren } from 'preact';
import { lazy } from 'preact-iso';
import { loadAnew } from '../load-anew.ts';
import { Countdown } from './countdown.tsx';
import { Loading } from './loading.tsx';
import { Play } from './play.tsx';
import { playsBoth } from './role.ts';
import type { Opened } from './use-live.ts';

const Closed = lazy(() => import('./closed.tsx').then((part) => part.Closed));
const Waiting = lazy(() => import('./waiting.tsx').then((part) => part.Waiting));
const ResultView = lazy(() => import('./result.tsx').then((part) => part.ResultView, loadAnew));

type Props = {
  readonly code: string;
  readonly end: Opened;
  /** For who plays both ends: what leads to the other, and whether this one is shown. */
  readonly ends?: ComponentChildren;
  readonly awake?: boolean | undefined;
  /** What stands in a race, when the match is over, in the place of what one may do next. */
  readonly afterwards?: ComponentChildren;
};

/** What one end shows, whatever the phase of the match. */
export function Phase({ code, end: { seen, live }, ends, awake, afterwards }: Props) {
  const { view, problem } = seen;
  if (!live) return <Loading />;
  if (problem) return <Closed problem={problem} onReopen={live.reopen} />;
  switch (view?.phase) {
    case undefined:
      return <Loading />;
    case 'waiting':
      if (view.race) return <Countdown view={view} since={seen.since} />;
      return playsBoth(view) ? <Loading /> : <Waiting code={code} view={view} live={live} />;
    case 'countdown':
      return <Countdown view={view} since={seen.since} />;
    case 'playing':
      return <Play view={view} seen={seen} live={live} ends={ends} awake={awake} />;
    case 'over':
      return <ResultView code={code} view={view} live={live} afterwards={afterwards} />;
  }
}
