import type { RaceView } from '@ackade/game';
import { lazy } from 'preact-iso';
import { loadAnew } from '../load-anew.ts';
import { m } from '../messages/race.ts';
import { Shell } from '../parts/shell.tsx';
import { Between } from './between.tsx';
import { Debrief } from './debrief.tsx';
import { Late } from './late.tsx';
import { Lobby } from './lobby.tsx';
import { PodiumView } from './podium-view.tsx';
import type { RaceLink } from './race-live.ts';
import type { RaceSeen } from './use-race.ts';

const Question = lazy(() => import('../quiz/question.tsx').then((part) => part.Question, loadAnew));

type Props = Pick<RaceSeen, 'since' | 'asked' | 'connected'> & {
  readonly view: RaceView;
  readonly link: RaceLink;
  readonly onJoinAnew: () => void;
};

/** All that a player sees of a race while he has no match to play. Loaded in one piece, so that nothing is missing later. */
export function Intermission(props: Props) {
  const { asked, connected, link } = props;
  if (asked) {
    const { quiz, question } = asked.on;
    return <Question key={`${quiz}/${question}`} {...asked} connected={connected} link={link} />;
  }
  return (
    <Shell title={m.race_title()}>
      <Screen {...props} />
    </Shell>
  );
}

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
