import type { StudyState } from '@ackade/contract';
import { levelWords } from '../match/level.ts';
import { useStart } from '../match/use-start.ts';
import { scenarioBrief, scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/study.ts';
import { ProblemText } from '../parts/problem-text.tsx';
import { suggestName } from '../parts/suggest-name.ts';
import { rememberedName } from '../player.ts';
import css from './daily-three.module.css';

type Item = StudyState['daily'][number];

/** Three matches against the bot that fit what one learns; a tap starts one. */
export function DailyThree({ daily }: Pick<StudyState, 'daily'>) {
  const { busy, problem, start } = useStart();
  const play = ({ scenario, level }: Item): Promise<string | null> =>
    start({
      scenario,
      level,
      seat: 'either',
      mode: 'solo',
      name: rememberedName() || suggestName(),
    });
  const done = daily.filter((item) => item.done).length;
  return (
    <section class={css.daily}>
      <header>
        <h2>{m.study_daily()}</h2>
        <span>{m.study_daily_count({ done, of: daily.length })}</span>
      </header>
      <ul>
        {daily.map((item) => (
          <li key={item.scenario} data-done={item.done}>
            <button type="button" disabled={busy} onClick={() => void play(item)}>
              <span class={css.mark} aria-hidden="true">
                {item.done ? '✓' : '▸'}
              </span>
              <span>
                <b>{scenarioName(item.scenario)}</b>
                <small>{scenarioBrief(item.scenario)}</small>
              </span>
              <em>{item.done ? m.study_daily_done() : levelWords(item.level).name}</em>
            </button>
          </li>
        ))}
      </ul>
      <p class={css.problem} role="alert">
        {problem && <ProblemText problem={problem} />}
      </p>
    </section>
  );
}
