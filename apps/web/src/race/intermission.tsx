import type { RaceView } from '@ackade/game';
import { m } from '../messages/race.ts';
import { Shell } from '../parts/shell.tsx';
import { Between } from './between.tsx';
import { Debrief } from './debrief.tsx';
import { Late } from './late.tsx';
import { Lobby } from './lobby.tsx';
import { PodiumView } from './podium-view.tsx';

type Props = {
  readonly view: RaceView;
  readonly since: number;
  readonly connected: boolean;
  readonly onJoinAnew: () => void;
};

/** All that a player sees of a race while he has no match to play. Loaded in one piece, so that nothing is missing later. */
export const Intermission = (props: Props) => (
  <Shell title={m.race_title()}>
    <Screen {...props} />
  </Shell>
);

function Screen({ view, since, connected, onJoinAnew }: Props) {
  switch (view.phase) {
    case 'lobby':
      return <Lobby view={view} connected={connected} onJoinAnew={onJoinAnew} />;
    case 'round':
      return <Late view={view} since={since} />;
    case 'between':
      return <Between view={view} />;
    case 'podium':
      return <PodiumView view={view} />;
    case 'debrief':
    case 'over':
      return <Debrief view={view} />;
  }
}
