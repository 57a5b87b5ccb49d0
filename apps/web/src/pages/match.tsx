import type { MatchSummary } from '@ackade/contract';
import { useEffect, useState } from 'preact/hooks';
import { lazy, useRoute } from 'preact-iso';
import { matchSummary, type Problem } from '../api.ts';
import { Loading } from '../match/loading.tsx';
import { deviceSeat, rememberSeat, type StoredSeat, tabSeat } from '../match/seat.ts';
import { Seated } from '../match/seated.tsx';

const Closed = lazy(() => import('../match/closed.tsx').then((part) => part.Closed));
const Join = lazy(() => import('../match/join.tsx').then((part) => part.Join));

/** `/m/:code`: a match from the invitation to the result. */
export function MatchPage() {
  const { params } = useRoute();
  const code = (params.code ?? '').toUpperCase();
  return <MatchOf key={code} code={code} />;
}

function MatchOf({ code }: { readonly code: string }) {
  const [seat, setSeat] = useState<StoredSeat | null>(() => tabSeat(code));
  const [found, setFound] = useState<MatchSummary | Problem | null>(null);

  useEffect(() => {
    if (seat) return;
    void matchSummary(code).then((reply) => {
      const stored = deviceSeat(code);
      // Whose only seat this is returns to it; where another is free, one may want that one.
      if (reply.ok && stored && reply.value.state !== 'open') setSeat(stored);
      else setFound(reply.ok ? reply.value : reply.problem);
    });
  }, [seat, code]);

  const sit = (taken: StoredSeat): void => {
    rememberSeat(code, taken);
    setSeat(taken);
  };

  if (seat) return <Seated key={seat.token} code={code} seat={seat} />;
  if (typeof found === 'string') return <Closed problem={found} />;
  if (found) return <Join code={code} summary={found} onSeat={sit} returning={deviceSeat(code)} />;
  return <Loading />;
}
