import type { RaceResults } from '@ackade/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { botName } from '../match/role.ts';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/host.ts';
import { LinkButton } from '../parts/button.tsx';
import { CopyLink } from '../parts/copy-link.tsx';
import { RoleMark } from '../parts/role-mark.tsx';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import { Shell } from '../parts/shell.tsx';
import { misconceptionTitle } from '../words/mistake.ts';
import { grouped } from '../words/number.ts';
import { raceResults } from './host-api.ts';
import { fragmentOf, type HostSecrets } from './host-secrets.ts';
import { LessonCard } from './lesson-card.tsx';
import css from './results.module.css';
import { ResultsTable } from './results-table.tsx';
import { Shut } from './shut.tsx';
import { useOpenInPrint } from './use-open-in-print.ts';

type Props = { readonly code: string; readonly secrets: HostSecrets };

/** So many of the commonest misconceptions are told in full. */
const TOLD = 5;

/** A race that is over: who earned what, what was learned, and every match to watch again. */
export function Results({ code, secrets }: Props) {
  const [found, setFound] = useState<RaceResults | Problem | null>(null);
  useEffect(() => {
    void raceResults(code, secrets.host).then((reply) =>
      setFound(reply.ok ? reply.value : reply.problem),
    );
  }, [code, secrets.host]);
  if (typeof found === 'string') return <Shut code={code} problem={found} />;
  return (
    <Shell title={m.results_title({ code })}>
      <div class={css.page}>
        <h1>{m.results_title({ code })}</h1>
        {found ? <Found results={found} /> : <p role="status">{m.control_opening()}</p>}
        <Kept code={code} secrets={secrets} />
        <p class={css.again}>
          <LinkButton kind="primary" href="/host">
            {m.results_again()}
          </LinkButton>
        </p>
      </div>
    </Shell>
  );
}

function Found({ results }: { readonly results: RaceResults }) {
  const { players, lessons, rounds } = results;
  const others = lessons.slice(TOLD);
  const page = useRef<HTMLDivElement>(null);
  useOpenInPrint(page);
  if (rounds.length === 0) return <p>{m.results_nothing()}</p>;
  return (
    <div class={css.found} ref={page}>
      <section>
        <h2>{m.results_players()}</h2>
        <ResultsTable players={players} />
      </section>
      <section class={css.lessons}>
        <h2>{m.phase_debrief()}</h2>
        {lessons.length === 0 && <p>{m.debrief_none()}</p>}
        {lessons.slice(0, TOLD).map((lesson) => (
          <LessonCard key={lesson.code} lesson={lesson} />
        ))}
        {others.length > 0 && (
          <>
            <h3>{m.results_other_lessons()}</h3>
            <ul class={css.others}>
              {others.map(({ code, players, count, match }) => (
                <li key={code}>
                  <a href={`/replay/${match}`}>{misconceptionTitle(code)}</a>{' '}
                  <small>{m.lesson_shown({ players, count })}</small>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section class={css.rounds}>
        <h2>{m.results_rounds()}</h2>
        {rounds.map((round, i) => (
          <Round key={i} number={i + 1} round={round} players={players} />
        ))}
      </section>
    </div>
  );
}

type RoundProps = {
  readonly number: number;
  readonly round: RaceResults['rounds'][number];
  readonly players: RaceResults['players'];
};

const OUTCOMES = {
  finished: m.results_finished,
  abandoned: m.results_abandoned,
  'time-up': m.results_time_up,
} as const;

function Round({ number, round, players }: RoundProps) {
  const name = (id: string | null): string =>
    id === null ? botName() : (players.find((p) => p.id === id)?.name ?? m.results_gone());
  return (
    <details class={css.round}>
      <summary>
        {m.results_round({ number, name: scenarioName(round.leg.scenario) })}{' '}
        <small>{m.results_pairs({ count: round.pairs.length })}</small>
      </summary>
      <ul>
        {round.pairs.map(({ replay, outcome, teamwork, seats: { client, server } }) => (
          <li key={replay}>
            <span>
              <RoleMark end="client" /> {name(client.player)}{' '}
              <small>{m.players_points({ points: grouped(client.score.points) })}</small>
            </span>
            <span>
              <RoleMark end="server" /> {name(server.player)}{' '}
              <small>{m.players_points({ points: grouped(server.score.points) })}</small>
            </span>
            <small>
              {OUTCOMES[outcome]()}
              {teamwork !== null && ` · ${m.results_teamwork({ teamwork })}`}
            </small>
            <a href={`/replay/${replay}`}>{m.lesson_replay()}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How to come back to this page, here and elsewhere. */
function Kept({ code, secrets }: Props) {
  const origin = useSharedOrigin();
  return (
    <section class={css.kept}>
      <h2>{m.results_kept()}</h2>
      <p>{m.results_kept_text()}</p>
      <CopyLink label={m.room_host_link()} link={`${origin}/host/${code}${fragmentOf(secrets)}`} />
      <p>{m.room_secret()}</p>
    </section>
  );
}
