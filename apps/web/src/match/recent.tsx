import type { RecentMatches } from '@ackade/contract';
import { useEffect, useState } from 'preact/hooks';
import { asPlayer, call, type Problem } from '../api.ts';
import { locale } from '../locale.ts';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/pages.ts';
import { problemWords } from '../parts/problem.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import css from './recent.module.css';
import { botName } from './role.ts';

type Item = RecentMatches['matches'][number];

/** The latest matches of this browser's player. */
export function Recent() {
  const [found, setFound] = useState<readonly Item[] | Problem | null>(null);
  useEffect(() => {
    void call<RecentMatches>('/api/matches/recent', undefined, asPlayer()).then((reply) =>
      setFound(reply.ok ? reply.value.matches : reply.problem),
    );
  }, []);
  return (
    <section class={css.recent} aria-label={m.recent_title()}>
      <h2>{m.recent_title()}</h2>
      {found === null && <p role="status">{m.recent_loading()}</p>}
      {typeof found === 'string' && <p role="alert">{problemWords(found)}</p>}
      {Array.isArray(found) && found.length === 0 && <p>{m.recent_none()}</p>}
      {Array.isArray(found) && (
        <ol>
          {found.map((item: Item) => (
            <Line key={item.replay} item={item} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Line({ item }: { readonly item: Item }) {
  const me = item.players.find((p) => p.you);
  const other = item.players.find((p) => p !== me);
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
  const points = item.players.reduce((sum, p) => sum + (p.you ? p.points : 0), 0);
  const name = scenarioName(item.scenario);
  return (
    <li>
      {me && <RoleMark end={me.seat} />}
      <span>
        <a href={`/replay/${item.replay}`} aria-label={m.recent_replay({ name })}>
          {name} <span aria-hidden="true">▶</span>
        </a>
        <small>
          {other && withWords(other)} · {when.format(item.endedAt)}
          {item.outcome === 'time-up' && ` · ${m.recent_time_up()}`}
        </small>
      </span>
      <b>{item.outcome === 'abandoned' ? m.recent_abandoned() : points}</b>
    </li>
  );
}

function withWords({ you, bot, name }: Item['players'][number]): string {
  if (you) return m.recent_both();
  return m.recent_with({ name: bot ? botName() : name });
}
