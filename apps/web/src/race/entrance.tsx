import type { RaceSummary } from '@ackade/contract';
import { useEffect, useState } from 'preact/hooks';
import { type Problem, raceSummary } from '../api.ts';
import { Loading } from '../match/loading.tsx';
import { JoinRace } from './join-race.tsx';
import { RaceClosed } from './race-closed.tsx';

type Props = {
  readonly code: string;
  /** With what opens the place that was taken. */
  readonly onPlace: (token: string) => void;
};

/** The way into a race. */
export function Entrance({ code, onPlace }: Props) {
  const [found, setFound] = useState<RaceSummary | Problem | null>(null);
  const look = (): void =>
    void raceSummary(code).then((reply) => setFound(reply.ok ? reply.value : reply.problem));
  useEffect(look, [code]);

  if (found === null) return <Loading />;
  if (typeof found === 'string') return <RaceClosed code={code} problem={found} onLook={look} />;
  if (!found.open) return <RaceClosed code={code} problem={shut(found)} onLook={look} />;
  return <JoinRace summary={found} onLook={look} onPlace={onPlace} />;
}

const shut = ({ phase }: RaceSummary): Problem =>
  phase === 'lobby' || phase === 'round' || phase === 'between' ? 'race-locked' : 'race-over';
