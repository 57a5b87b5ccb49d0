import type { RaceView } from '@ackade/game';
import { lazy } from 'preact-iso';
import type { Manager } from 'socket.io-client';
import { loadAnew } from '../load-anew.ts';
import { Phase } from '../match/phase.tsx';
import { useLive } from '../match/use-live.ts';
import { RaceBar } from './race-bar.tsx';
import css from './round.module.css';

const Afterwards = lazy(() => import('./afterwards.tsx').then((part) => part.Afterwards, loadAnew));

type Props = {
  readonly view: RaceView;
  readonly since: number;
  /** The name of the match. */
  readonly match: string;
  readonly token: string;
  readonly manager: Manager;
};

/** The match of a round, and above it how the round stands. */
export const Round = ({ view, since, match, token, manager }: Props) => (
  <div class={css.round}>
    <RaceBar view={view} since={since} />
    <Phase
      code={match}
      end={useLive(match, token, manager)}
      afterwards={<Afterwards view={view} />}
    />
  </div>
);
