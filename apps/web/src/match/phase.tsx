import type { ComponentChildren } from 'preact';
import { lazy } from 'preact-iso';
import { tab } from '../storage.ts';
import { Countdown } from './countdown.tsx';
import { Loading } from './loading.tsx';
import { Play } from './play.tsx';
import { playsBoth } from './role.ts';
import type { Opened } from './use-live.ts';

const Closed = lazy(() => import('./closed.tsx').then((part) => part.Closed));
const Waiting = lazy(() => import('./waiting.tsx').then((part) => part.Waiting));
const ResultView = lazy(() => import('./result.tsx').then((part) => part.ResultView, loadAnew));

/** How soon a second failure is one that loading again does not mend, ms. */
const SOON = 10_000;

/**
 * A browser does not ask twice for a module, of which one that the result needs may have been lost while the
 * server was away. A page that is loaded anew does, and the match is still there.
 */
function loadAnew(error: unknown): Promise<never> {
  if (Date.now() - Number(tab.get('reloaded')) < SOON) throw error;
  tab.set('reloaded', String(Date.now()));
  location.reload();
  return new Promise(() => {});
}

type Props = {
  readonly code: string;
  readonly end: Opened;
  /** For who plays both ends: what leads to the other, and whether this one is shown. */
  readonly ends?: ComponentChildren;
  readonly awake?: boolean | undefined;
};

/** What one end shows, whatever the phase of the match. */
export function Phase({ code, end: { seen, live }, ends, awake }: Props) {
  const { view, problem } = seen;
  if (!live) return <Loading />;
  if (problem) return <Closed problem={problem} onReopen={live.reopen} />;
  switch (view?.phase) {
    case undefined:
      return <Loading />;
    case 'waiting':
      return playsBoth(view) ? <Loading /> : <Waiting code={code} view={view} live={live} />;
    case 'countdown':
      return <Countdown view={view} since={seen.since} />;
    case 'playing':
      return <Play view={view} seen={seen} live={live} ends={ends} awake={awake} />;
    case 'over':
      return <ResultView code={code} view={view} live={live} />;
  }
}
