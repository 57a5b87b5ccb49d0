import type { StudyState } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { createMatch, type Problem } from '../api.ts';
import { levelWords } from '../match/level.ts';
import { rememberSeat } from '../match/seat.ts';
import { scenarioBrief, scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/study.ts';
import { ProblemText } from '../parts/problem-text.tsx';
import { suggestName } from '../parts/suggest-name.ts';
import { rememberedName } from '../player.ts';
import css from './daily-three.module.css';

type Item = StudyState['daily'][number];

/** Three matches against the bot that fit what one learns; a tap starts one. */
export function DailyThree({ daily }: Pick<StudyState, 'daily'>) {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const play = async ({ scenario, level }: Item): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const name = rememberedName() || suggestName();
    const reply = await createMatch({ scenario, level, seat: 'either', mode: 'solo', name });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    rememberSeat(reply.value.code, reply.value);
    route(`/m/${reply.value.code}`);
  };
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
      <p>
        <a href="/practice">{m.study_practice()}</a>
      </p>
    </section>
  );
}
