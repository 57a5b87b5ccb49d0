import { SCENARIOS } from '@ackade/game';
import { useState } from 'preact/hooks';
import { finishedScenarios } from '../match/finished.ts';
import { useStart } from '../match/use-start.ts';
import { m } from '../messages/practice.ts';
import { ProblemText } from '../parts/problem-text.tsx';
import { Shell } from '../parts/shell.tsx';
import { bestsOf, todayOf } from '../practice/bests.ts';
import { EVERYTHING, fitting } from '../practice/filter.ts';
import { FilterBar } from '../practice/filter-bar.tsx';
import { ScenarioCard } from '../practice/scenario-card.tsx';
import { matchOf, rememberedTerms, rememberTerms, type Terms } from '../practice/terms.ts';
import { TermsBar } from '../practice/terms-bar.tsx';
import { DailyThree } from '../study/daily-three.tsx';
import { Notice } from '../study/notice.tsx';
import { useStudyState } from '../study/use-study-state.ts';
import { CATALOGUE } from '../words/catalogue.ts';
import css from './practice.module.css';

/** `/practice`: every scenario to be played alone, a tap away, and what was reached in each. */
export function PracticePage() {
  const { state, problem, waiting } = useStudyState();
  const { busy, problem: refused, start } = useStart();
  const [terms, setTerms] = useState(rememberedTerms);
  const [filter, setFilter] = useState(EVERYTHING);
  const [finished] = useState(finishedScenarios);
  const shelves = fitting(CATALOGUE, filter);
  const shown = shelves.reduce((n, shelf) => n + shelf.scenarios.length, 0);
  const choose = (chosen: Terms): void => {
    rememberTerms(chosen);
    setTerms(chosen);
  };
  return (
    <Shell title={m.practice_title()} here="practice">
      <Notice text={waiting ? m.practice_away() : ''} />
      <div class={css.page}>
        <header class={css.head}>
          <h1>{m.practice_title()}</h1>
          <p>{m.practice_lead()}</p>
        </header>
        {problem && (
          <p role="alert" class={css.problem}>
            <ProblemText problem={problem} />
          </p>
        )}
        <div class={css.daily} aria-busy={!state && !problem}>
          {state && <DailyThree daily={state.daily} />}
        </div>
        <TermsBar terms={terms} onTerms={choose} />
        <FilterBar filter={filter} shown={shown} all={SCENARIOS.length} onFilter={setFilter} />
        <p role="alert" class={css.problem}>
          {refused && <ProblemText problem={refused} />}
        </p>
        {shelves.map(({ family, name, text, scenarios }) => (
          <section key={family} class={css.shelf} aria-labelledby={`family-${family}`}>
            <h2 id={`family-${family}`}>{name}</h2>
            <p>{text}</p>
            <ul>
              {scenarios.map((scenario) => (
                <li key={scenario.id}>
                  <ScenarioCard
                    scenario={scenario}
                    level={terms.level}
                    bests={state ? bestsOf(state, scenario.id) : []}
                    finished={finished.has(scenario.id)}
                    today={state && todayOf(state, scenario.id)}
                    busy={busy}
                    onPlay={() => void start(matchOf(scenario, terms))}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Shell>
  );
}
