import { useEffect, useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import { Countdown } from './countdown.tsx';
import { type Live, NOTHING_SEEN, openLive } from './live.ts';
import { Loading } from './loading.tsx';
import { Play } from './play.tsx';

const Closed = lazy(() => import('./closed.tsx').then((part) => part.Closed));
const Waiting = lazy(() => import('./waiting.tsx').then((part) => part.Waiting));
const ResultView = lazy(() => import('./result.tsx').then((part) => part.ResultView));

type Props = { readonly code: string; readonly token: string };

/** A match seen from a seat, whatever its phase. */
export function Seated({ code, token }: Props) {
  const [seen, see] = useState(NOTHING_SEEN);
  const [live, setLive] = useState<Live | null>(null);
  useEffect(() => {
    const opened = openLive(code, token, see);
    setLive(opened);
    return opened.close;
  }, [code, token]);

  const { view, problem } = seen;
  if (!live) return <Loading />;
  if (problem) return <Closed problem={problem} onReopen={live.reopen} />;
  switch (view?.phase) {
    case undefined:
      return <Loading />;
    case 'waiting':
      return <Waiting code={code} view={view} live={live} />;
    case 'countdown':
      return <Countdown view={view} since={seen.since} />;
    case 'playing':
      return <Play view={view} seen={seen} live={live} />;
    case 'over':
      return <ResultView code={code} view={view} live={live} />;
  }
}
