import { useEffect } from 'preact/hooks';
import { lazy } from 'preact-iso';
import { loadAnew } from '../load-anew.ts';
import { Loading } from '../match/loading.tsx';
import { useRace } from './use-race.ts';

const loadRound = () => import('./round.tsx');
const Round = lazy(() => loadRound().then((part) => part.Round, loadAnew));
const Intermission = lazy(() =>
  import('./intermission.tsx').then((part) => part.Intermission, loadAnew),
);
const RaceClosed = lazy(() => import('./race-closed.tsx').then((part) => part.RaceClosed));
const Announcement = lazy(() =>
  import('./announcement.tsx').then(
    (part) => part.Announcement,
    () => () => null,
  ),
);

type Props = {
  readonly code: string;
  readonly token: string;
  /** Leads to the form: as somebody else, or after being sent away. */
  readonly onJoinAnew: () => void;
};

/** A place in a race, whatever its phase. */
export function Racing({ code, token, onJoinAnew }: Props) {
  const seen = useRace(code, token);
  const { view, since, problem, link } = seen;
  // Whoever waits has the board already when the round begins. If it does not come now, it is asked for again then.
  useEffect(() => void loadRound().catch(() => {}), []);
  if (!link) return <Loading />;
  if (problem)
    return (
      <RaceClosed code={code} problem={problem} onReopen={link.reopen} onJoinAnew={onJoinAnew} />
    );
  if (!view) return <Loading />;
  return (
    <>
      <p class="visually-hidden" role="status">
        <Announcement view={view} />
      </p>
      {view.match ? (
        <Round
          key={view.match.match}
          view={view}
          since={since}
          match={view.match.match}
          token={token}
          manager={link.manager}
        />
      ) : (
        <Intermission {...seen} view={view} link={link} onJoinAnew={onJoinAnew} />
      )}
    </>
  );
}
