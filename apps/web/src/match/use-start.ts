import type { CreateMatch, SeatTaken } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { call, type Problem } from '../api.ts';
import { playerToken } from '../player.ts';
import { rememberSeat } from './seat.ts';

type Start = {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Makes a match, goes there and gives its code; null where there is none. */
  readonly start: (request: Omit<CreateMatch, 'player'>) => Promise<string | null>;
};

/** Beginning a match from any page. */
export function useStart(): Start {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    busy,
    problem,
    async start(request) {
      setBusy(true);
      setProblem(null);
      const body = { ...request, player: playerToken() };
      const reply = await call<SeatTaken>('/api/matches', body);
      setBusy(false);
      if (!reply.ok) {
        setProblem(reply.problem);
        return null;
      }
      rememberSeat(reply.value.code, reply.value);
      route(`/m/${reply.value.code}`);
      return reply.value.code;
    },
  };
}
