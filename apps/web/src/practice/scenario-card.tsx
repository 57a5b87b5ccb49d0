import { hardnessOf, type Level } from '@ackade/game';
import { clockText } from '../match/elapsed.ts';
import { levelWords } from '../match/level.ts';
import { m } from '../messages/practice.ts';
import { Button } from '../parts/button.tsx';
import type { Entry } from '../words/catalogue.ts';
import { grouped } from '../words/number.ts';
import { skillName } from '../words/skill.ts';
import type { Best } from './bests.ts';
import { HardnessMark } from './hardness-mark.tsx';
import css from './scenario-card.module.css';
import { levelIn } from './terms.ts';

type Props = {
  readonly scenario: Entry;
  readonly level: Level;
  readonly bests: readonly Best[];
  /** On this device, of which a best may not be known now. */
  readonly finished: boolean;
  /** Whether it is one of the day's three. */
  readonly today: 'open' | 'done' | null;
  readonly busy: boolean;
  readonly onPlay: () => void;
};

/** A scenario: what it is about, what was reached in it, and the way in. */
export function ScenarioCard({ scenario, level, bests, finished, today, busy, onPlay }: Props) {
  const { name, brief, skills, rfc } = scenario;
  const played = finished || bests.length > 0;
  const least = levelIn(scenario, level);
  return (
    <article class={css.card} data-today={today}>
      <header>
        <h3>{name}</h3>
        {today && (
          <p class={css.today} data-done={today === 'done'}>
            <span aria-hidden="true">{today === 'done' ? '✓' : '▸'}</span>{' '}
            {today === 'done' ? m.practice_today_done() : m.practice_today()}
          </p>
        )}
      </header>
      <p>{brief}</p>
      <ul class={css.skills} aria-label={m.practice_about()}>
        {skills.map((skill) => (
          <li key={skill}>{skillName(skill)}</li>
        ))}
      </ul>
      <p class={css.facts}>
        <HardnessMark hardness={hardnessOf(scenario)} />
        <a href={sectionOf(rfc)} target="_blank" rel="noreferrer">
          {m.practice_rfc({ section: rfc })}
        </a>
      </p>
      <footer>
        <Reached bests={bests} played={played} />
        <Button
          kind={played ? 'plain' : 'primary'}
          disabled={busy}
          aria-label={played ? m.practice_again_name({ name }) : m.practice_play_name({ name })}
          onClick={onPlay}
        >
          {played ? m.practice_again() : m.practice_play()}
        </Button>
        {least !== level && (
          <p class={css.only}>{m.practice_only({ level: levelWords(least).name })}</p>
        )}
      </footer>
    </article>
  );
}

const Reached = ({
  bests,
  played,
}: {
  readonly bests: readonly Best[];
  readonly played: boolean;
}) =>
  bests.length > 0 ? (
    <dl class={css.bests}>
      {bests.map(({ level, points, took }) => (
        <div key={level}>
          <dt>
            <span aria-hidden="true">✓</span> {m.practice_best()}, {levelWords(level).name}
          </dt>
          <dd>
            <b>{m.practice_points({ points: grouped(points) })}</b> {clockText(took)}
          </dd>
        </div>
      ))}
    </dl>
  ) : (
    <p class={css.none}>
      <span aria-hidden="true">{played ? '✓' : '○'}</span>{' '}
      {played ? m.practice_played() : m.practice_not_played()}
    </p>
  );

/** `§3.5, Figure 6`: where the first section that it names is. */
const sectionOf = (rfc: string): string => {
  const section = /\d+(\.\d+)*/.exec(rfc)?.[0];
  return `https://www.rfc-editor.org/rfc/rfc9293${section ? `#section-${section}` : ''}`;
};
