import type { View } from '@ackade/game';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { lazy } from 'preact-iso';
import { Ladder } from '../ladder/ladder.tsx';
import { lessonOf } from '../learn/place.ts';
import { m } from '../messages/pages.ts';
import { LinkButton } from '../parts/button.tsx';
import { RoleMark } from '../parts/role-mark.tsx';
import { Shell } from '../parts/shell.tsx';
import { grouped } from '../words/number.ts';
import { useScenarioWords } from '../words/scenario.ts';
import { markFinished } from './finished.ts';
import type { Live } from './live.ts';
import { Mistakes } from './mistakes.tsx';
import { Recent } from './recent.tsx';
import { Rematch } from './rematch.tsx';
import css from './result.module.css';
import { bareRole, farOf, namesOf, playsBoth } from './role.ts';

const AfterAlone = lazy(() => import('./after-alone.tsx').then((part) => part.AfterAlone));

type Props = {
  readonly code: string;
  readonly view: View;
  readonly live: Live;
  /** In a race, in the place of a rematch. */
  readonly afterwards: ComponentChildren;
};
type Result = NonNullable<View['result']>;

const ENDS = ['client', 'server'] as const;

/** What happened in truth, what it earned, and what to learn from it. */
export function ResultView({ code, view, live, afterwards }: Props) {
  const { result, scenario } = view;
  const words = useScenarioWords(scenario);
  const finished = result?.outcome === 'finished';
  useEffect(() => {
    if (finished) markFinished(scenario);
  }, [finished, scenario]);
  if (!result) return null;
  const names = namesOf(view);
  const alone = playsBoth(view);
  const lesson = lessonOf(code);
  const practised = !view.race && (alone || view.seats[farOf(view)]?.bot === true);
  return (
    <Shell title={m.result_title()}>
      <div class={css.page}>
        <header class={css.head}>
          <p>{words.name}</p>
          <h1>{headline(result, alone)}</h1>
        </header>
        {afterwards && <div class={css.afterwards}>{afterwards}</div>}
        <section class={css.scores} aria-label={m.result_scores()}>
          {(alone ? ENDS : [view.you, farOf(view)]).map((end) => (
            <ScoreCard
              key={end}
              role={end}
              name={names[end]}
              mine={end === view.you && !alone}
              score={result.scores[end]}
              state={result.states[end]}
            />
          ))}
          {result.teamwork !== null && !view.seats[farOf(view)]?.bot && (
            <div class={css.team}>
              <strong>{m.result_percent({ value: result.teamwork })}</strong> {m.result_teamwork()}
              <small>{m.result_teamwork_text()}</small>
            </div>
          )}
        </section>
        <p class={css.ways}>
          {lesson && (
            <LinkButton kind="primary" href={`/learn/${lesson}`}>
              {m.result_lesson()}
            </LinkButton>
          )}
          {!view.race && <Rematch code={code} view={view} live={live} />}
          <LinkButton href={`/replay/${result.replay}`}>
            <span aria-hidden="true">▶</span> {m.result_replay()}
          </LinkButton>
          {!view.race && !practised && <LinkButton href="/">{m.result_new()}</LinkButton>}
        </p>
        {practised && <AfterAlone view={view} />}
        <section class={css.truth}>
          <h2>{m.result_ladder()}</h2>
          <div class={css.ladder}>
            <Ladder
              rows={view.rows}
              you={null}
              level={view.level}
              turns={[]}
              names={names}
              compact={false}
            />
          </div>
        </section>
        <div class={css.lessons}>
          <Mistakes view={view} />
          <section>
            <h2>{m.result_debrief()}</h2>
            <p>{words.debrief}</p>
          </section>
          {!view.race && <Recent />}
        </div>
      </div>
    </Shell>
  );
}

function headline(result: Result, alone: boolean): string {
  if (result.outcome === 'abandoned') return m.result_abandoned();
  if (result.outcome === 'time-up') return m.result_time_up();
  const flawless = result.scores.client.mistakes + result.scores.server.mistakes === 0;
  if (!flawless) return m.result_done();
  return alone ? m.result_flawless_alone() : m.result_flawless();
}

type CardProps = {
  readonly role: 'client' | 'server';
  readonly name: string;
  readonly mine: boolean;
  readonly score: Result['scores']['client'];
  readonly state: string;
};

const ScoreCard = ({ role, name, mine, score, state }: CardProps) => (
  <section class={css.card} data-role={role} aria-label={name}>
    <h2>
      <RoleMark end={role} /> {name} {mine && <small>{m.result_you()}</small>}
    </h2>
    <p class={css.points}>
      {grouped(score.points)} <small>{m.result_of({ of: grouped(score.of) })}</small>
    </p>
    <dl>
      <div>
        <dt>{m.result_accuracy()}</dt>
        <dd>{m.result_percent({ value: score.accuracy })}</dd>
      </div>
      {score.speed !== null && (
        <div>
          <dt>{m.result_speed()}</dt>
          <dd>{m.result_percent({ value: score.speed })}</dd>
        </div>
      )}
      <div>
        <dt>{m.result_mistakes()}</dt>
        <dd>{score.mistakes}</dd>
      </div>
      <div>
        <dt>{m.result_state({ role: bareRole(role) })}</dt>
        <dd class={css.state}>{state}</dd>
      </div>
    </dl>
  </section>
);
