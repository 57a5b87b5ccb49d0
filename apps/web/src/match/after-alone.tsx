import type { StudyState } from '@ackade/contract';
import { SCENARIOS, type View } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/practice.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { nextAfter, standingOf } from '../practice/bests.ts';
import { matchOf, rememberedTerms } from '../practice/terms.ts';
import { studyState } from '../study/study-api.ts';
import { grouped } from '../words/number.ts';
import css from './after-alone.module.css';
import { clockText } from './elapsed.ts';
import { levelWords } from './level.ts';
import { playsBoth } from './role.ts';
import { useStart } from './use-start.ts';

/** The server counts a match a moment after its end: so often it is asked, and so long between, ms. */
const TRIES = 5;
const PAUSE = 600;

/** After a match that was played alone: what it was worth, and where to go from it. */
export function AfterAlone({ view }: { readonly view: View }) {
  const played = playedIn(view);
  const [state, setState] = useState<StudyState | null>(null);
  const { busy, problem, start } = useStart();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const look = async (tries: number): Promise<void> => {
      const reply = await studyState();
      if (gone) return;
      if (reply.ok) setState(reply.value);
      const counted = reply.ok && (!played || standingOf(reply.value, played) !== null);
      if (!counted && tries > 1) timer = setTimeout(() => void look(tries - 1), PAUSE);
    };
    void look(TRIES);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [view.scenario]);

  const standing = state && played && standingOf(state, played);
  const next =
    state &&
    nextAfter(
      state,
      view.scenario,
      SCENARIOS.map(({ id }) => id),
    );
  const scenario = SCENARIOS.find(({ id }) => id === next?.scenario);
  const { level, points, took } = standing?.best ?? { level: view.level, points: 0, took: 0 };
  const words = { level: levelWords(level).name, points: grouped(points), time: clockText(took) };
  const done = state?.daily.filter((d) => d.done).length ?? 0;
  return (
    <section class={css.after} aria-label={m.practice_after()}>
      <p role="status" class={css.best} data-fresh={standing?.fresh === true}>
        {standing && (
          <>
            <span aria-hidden="true">{standing.fresh ? '★' : '✓'}</span>{' '}
            {standing.fresh ? m.practice_new_best(words) : m.practice_best_so_far(words)}
          </>
        )}
        {!played && m.practice_not_finished()}
      </p>
      <p class={css.three}>{state && m.practice_three({ done, of: state.daily.length })}</p>
      <p class={css.ways}>
        {scenario && (
          <Button
            disabled={busy}
            onClick={() => {
              const terms = rememberedTerms();
              void start(matchOf(scenario, { ...terms, level: next?.level ?? terms.level }));
            }}
          >
            {m.practice_next({ name: scenarioName(scenario.id) })} <span aria-hidden="true">→</span>
          </Button>
        )}
        <LinkButton href="/practice">{m.practice_back()}</LinkButton>
      </p>
      <p role="alert" class={css.problem}>
        {problem && <ProblemText problem={problem} />}
      </p>
    </section>
  );
}

/** What counts as the best it may be: of both ends the mean, where one has played both; null where it was not finished. */
function playedIn(view: View) {
  const { result, scenario, level, you } = view;
  if (result?.outcome !== 'finished') return null;
  const { client, server } = result.scores;
  const points = playsBoth(view)
    ? Math.round((client.points + server.points) / 2)
    : Math.round(result.scores[you].points);
  return { scenario, level, points, took: result.took };
}
