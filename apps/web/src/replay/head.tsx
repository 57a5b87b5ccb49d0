import type { Replay } from '@ackade/game';
import { locale } from '../locale.ts';
import { levelWords } from '../match/level.ts';
import { scenarioBrief, scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/replay.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import type { Endpoint } from '../words/role.ts';
import css from './head.module.css';

type Props = {
  readonly replay: Replay;
  readonly names: Readonly<Record<Endpoint, string>>;
};

/** As they write it where the reader lives: a day is 9/21 in one English and 21/9 in another. */
const region = navigator.languages.find((tag) => tag.slice(0, 2) === locale.slice(0, 2)) ?? locale;
const when = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeStyle: 'short' });

const OUTCOMES: Readonly<Record<Replay['result']['outcome'], () => string>> = {
  finished: m.replay_finished,
  abandoned: m.replay_abandoned,
  'time-up': m.replay_time_up,
};

/** What was played, by whom, when, and how it went. */
export const Head = ({ replay, names }: Props) => {
  const { scenario, level, endedAt, result } = replay;
  const over = OUTCOMES[result.outcome]();
  return (
    <header class={css.head}>
      <p class={css.kind}>
        {[m.replay_kind(), levelWords(level).name, over].join(' · ')} ·{' '}
        <time dateTime={new Date(endedAt).toISOString()}>{when.format(endedAt)}</time>
      </p>
      <h1>{scenarioName(scenario)}</h1>
      <p class={css.brief}>{scenarioBrief(scenario)}</p>
      <ul class={css.players} aria-label={m.replay_players()}>
        {(['client', 'server'] as const).map((end) => {
          const { points, of, accuracy, speed, mistakes } = result.scores[end];
          return (
            <li key={end} data-role={end}>
              <strong>
                <RoleMark end={end} /> {names[end]}
              </strong>
              <span>
                <b>{m.replay_points({ points, of })}</b> · {m.replay_accuracy({ value: accuracy })}{' '}
                {speed !== null && `· ${m.replay_speed({ value: speed })} `}·{' '}
                {m.replay_mistakes({ count: mistakes })}
              </span>
            </li>
          );
        })}
      </ul>
    </header>
  );
};
