import { useEffect, useState } from 'preact/hooks';
import { raceSummary } from '../api.ts';
import { m } from '../messages/pages.ts';
import {
  forget,
  hrefOf,
  markOver,
  type Standing,
  standingOf,
  type Way,
  waysBack,
  waysToResults,
} from './own-races.ts';
import css from './way-back.module.css';

/** So long a race may take to say that it is over, ms: then the way into it is offered untold. */
const PATIENCE = 1500;

/** Back into the races of this browser. Its room is kept while they are asked for, so that nothing jumps. */
export function WayBack() {
  const [ways] = useState(waysBack);
  const [known, learn] = useState<ReadonlyMap<string, Standing>>(new Map());
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    for (const code of new Set(ways.map((way) => way.code)))
      void raceSummary(code).then((reply) => {
        const standing = standingOf(reply.ok ? reply.value.phase : reply.problem);
        if (standing === 'over') markOver(code);
        if (standing === 'gone') forget(code);
        learn((before) => new Map(before).set(code, standing));
      });
    const timer = setTimeout(() => setPatient(false), PATIENCE);
    return () => clearTimeout(timer);
  }, [ways]);
  const standing = ({ code }: Way): Standing | null =>
    known.get(code) ?? (patient ? null : 'running');
  const shown = ways.filter((way) => standing(way) !== 'gone');
  if (shown.length === 0) return null;
  return (
    <nav class={css.back} aria-label={m.home_races()}>
      {shown.map((way) => {
        const state = standing(way);
        return (
          <a key={hrefOf(way)} href={hrefOf(way)} data-known={state !== null}>
            {state === 'over' ? m.home_results({ code: way.code }) : BACK[way.as](way)}
            <span aria-hidden="true">→</span>
          </a>
        );
      })}
    </nav>
  );
}

const BACK = { host: m.home_back_host, player: m.home_back_player } as const;

/** What is left of the races that are over. */
export function OverRaces() {
  const [ways] = useState(waysToResults);
  if (ways.length === 0) return null;
  return (
    <nav class={css.over} aria-labelledby="over-races">
      <h2 id="over-races">{m.home_over()}</h2>
      <ul>
        {ways.map((way) => (
          <li key={hrefOf(way)}>
            <a href={hrefOf(way)}>
              {way.as === 'host' ? m.home_over_host(way) : m.home_over_player(way)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
