import type { MatchSummary, SeatTaken, TakeSeat } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { call, type Problem } from '../api.ts';
import { m } from '../messages/pages.ts';
import { Button } from '../parts/button.tsx';
import { NameField } from '../parts/name-field.tsx';
import { RoleMark } from '../parts/role-mark.tsx';
import { Shell } from '../parts/shell.tsx';
import { suggestName } from '../parts/suggest-name.ts';
import { playerToken, rememberedName, rememberName } from '../player.ts';
import { useScenarioWords } from '../words/scenario.ts';
import { Closed } from './closed.tsx';
import css from './join.module.css';
import { levelWords } from './level.ts';
import { bareRole, botName } from './role.ts';
import type { StoredSeat } from './seat.ts';

type Props = {
  readonly code: string;
  readonly summary: MatchSummary;
  readonly onSeat: (seat: StoredSeat) => void;
  /** The seat that this browser holds already, in another tab perhaps. */
  readonly returning: StoredSeat | null;
};

/** Who invites, to what, and the name to come under. */
export function Join({ code, summary, onSeat, returning }: Props) {
  const [name, setName] = useState(
    () => (returning ? '' : rememberedName()) || suggestName(summary.host ?? ''),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { seat, state, scenario, level, host } = summary;
  const words = useScenarioWords(scenario);
  if (!seat || state !== 'open')
    return <Closed problem={state === 'over' ? 'match-over' : 'match-full'} />;

  const join = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const request: TakeSeat = { name, player: playerToken() };
    const reply = await call<SeatTaken>(`/api/matches/${code}/seats`, request);
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    rememberName(name);
    onSeat(reply.value);
  };

  return (
    <Shell title={m.join_title()}>
      <form
        class={css.join}
        onSubmit={(e) => {
          e.preventDefault();
          void join();
        }}
      >
        <h1>{m.join_headline({ host: host ?? botName() })}</h1>
        <section class={css.card}>
          <h2>{words.name}</h2>
          <p>{words.brief}</p>
          <p class={css.role}>
            <RoleMark end={seat} /> {m.join_you_will_be({ role: bareRole(seat) })}
            <small>{levelWords(level).name}</small>
          </p>
        </section>
        {returning && (
          <section class={css.card}>
            <p>{m.join_returning()}</p>
            <Button onClick={() => onSeat(returning)}>{m.join_return()}</Button>
          </section>
        )}
        <NameField value={name} onName={setName} problem={problem} />
        <Button type="submit" kind="primary" disabled={busy}>
          {returning ? m.join_other() : m.join_join()}
        </Button>
      </form>
    </Shell>
  );
}
