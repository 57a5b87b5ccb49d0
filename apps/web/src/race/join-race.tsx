import type { RaceJoined, RaceSummary, JoinRace as Request } from '@ackade/contract';
import { useRef, useState } from 'preact/hooks';
import { call, type Problem } from '../api.ts';
import { locale } from '../locale.ts';
import { m } from '../messages/race.ts';
import { Button } from '../parts/button.tsx';
import { NameField } from '../parts/name-field.tsx';
import { problemWords } from '../parts/problem.ts';
import { Shell } from '../parts/shell.tsx';
import { suggestName } from '../parts/suggest-name.ts';
import { playerToken, rememberedName, rememberName } from '../player.ts';
import { newId } from '../random.ts';
import css from './join-race.module.css';
import { markJoined } from './joined.ts';
import { RosterField } from './roster-field.tsx';

type Props = {
  readonly summary: RaceSummary;
  /** The summary is out of date. */
  readonly onLook: () => void;
  readonly onPlace: (token: string) => void;
};

/** Why one could not join. */
type Refused = {
  readonly problem: Problem;
  /** A name like the one that is taken, which is free. */
  readonly variant: string | null;
};

/** The name to come under: chosen, picked from the list of the class, or drawn. */
export function JoinRace({ summary, onLook, onPlace }: Props) {
  const { code, nicknames, roster, phase } = summary;
  const [name, setName] = useState(() =>
    nicknames === 'free' ? rememberedName() || suggestName() : '',
  );
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  /** What was asked for last: asked again, also for want of an answer, it is the same request. */
  const asked = useRef<{ readonly name: string | null; readonly key: string } | null>(null);

  const join = async (chosen: string | null): Promise<void> => {
    setBusy(true);
    setRefused(null);
    const { current } = asked;
    const request = current?.name === chosen ? current : { name: chosen, key: newId() };
    asked.current = request;
    const body: Request = { ...request, locale, player: playerToken() };
    const reply = await call<RaceJoined>(`/api/races/${code}/players`, body);
    setBusy(false);
    // Whoever was sent away comes as another one.
    if (!reply.ok && reply.problem === 'kicked') asked.current = null;
    if (reply.ok) {
      if (nicknames === 'free') rememberName(reply.value.name);
      markJoined(code);
      return onPlace(reply.value.token);
    }
    const { suggestion } = reply.details ?? {};
    const variant = nicknames === 'free' && typeof suggestion === 'string' ? suggestion : null;
    setRefused({ problem: reply.problem, variant });
    if (nicknames === 'roster') {
      setName('');
      onLook();
    }
  };
  const problem = refused?.problem ?? null;

  return (
    <Shell title={m.race_join_title()}>
      <form
        class={css.join}
        onSubmit={(e) => {
          e.preventDefault();
          void join(nicknames === 'generated' ? null : name);
        }}
      >
        <header>
          <p class={css.code}>{m.race_code({ code })}</p>
          <h1>{m.race_join_title()}</h1>
          {phase !== 'lobby' && <p>{m.race_under_way()}</p>}
        </header>
        {nicknames === 'free' && <NameField value={name} onName={setName} problem={problem} />}
        {nicknames === 'roster' && <RosterField roster={roster} value={name} onName={setName} />}
        {nicknames === 'generated' && <p>{m.race_drawn()}</p>}
        {nicknames !== 'free' && (
          <p class={css.problem} role="alert">
            {problem && problemWords(problem)}
          </p>
        )}
        {refused?.variant && (
          <Button kind="primary" disabled={busy} onClick={() => void join(refused.variant)}>
            {m.race_variant({ name: refused.variant })}
          </Button>
        )}
        <div class={css.go}>
          <Button
            type="submit"
            kind={refused?.variant ? 'plain' : 'primary'}
            disabled={busy || (nicknames === 'roster' && name === '')}
          >
            {name && nicknames === 'roster' ? m.race_variant({ name }) : m.race_join()}
          </Button>
        </div>
      </form>
    </Shell>
  );
}
