import type { CreateMatch } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { createMatch, type Problem } from '../api.ts';
import { bareRole } from '../match/role.ts';
import { rememberSeat } from '../match/seat.ts';
import { m } from '../messages/pages.ts';
import { Button } from '../parts/button.tsx';
import { Choices } from '../parts/choices.tsx';
import { NameField } from '../parts/name-field.tsx';
import { RoleMark } from '../parts/role-mark.tsx';
import { Shell } from '../parts/shell.tsx';
import { suggestName } from '../parts/suggest-name.ts';
import { rememberedName, rememberName } from '../player.ts';
import { device } from '../storage.ts';
import { SCENARIO_IDS, scenarioWords } from '../words/scenario.ts';
import css from './new-match.module.css';
import { NotFound } from './not-found.tsx';

type Terms = Pick<CreateMatch, 'scenario' | 'level' | 'seat'>;

const BEGINNER: Terms = { scenario: 'handshake', level: 'flags', seat: 'either' };

/** `/new/friend` and `/new/alone`: what is to be played. Everything is chosen already; Start suffices. */
export function NewMatch() {
  const { params } = useRoute();
  const partner = params.with;
  return partner === 'friend' || partner === 'alone' ? (
    <Terms mode={partner === 'friend' ? 'duo' : 'solo'} />
  ) : (
    <NotFound />
  );
}

function Terms({ mode }: { readonly mode: CreateMatch['mode'] }) {
  const { route } = useLocation();
  const [terms, setTerms] = useState<Terms>(lastTerms);
  const [name, setName] = useState(() => rememberedName() || suggestName());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = (change: Partial<Terms>): void => setTerms({ ...terms, ...change });
  const title = mode === 'duo' ? m.home_friend() : m.home_alone();

  const start = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const reply = await createMatch({ ...terms, mode, name });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    rememberName(name);
    device.set('terms', JSON.stringify(terms));
    rememberSeat(reply.value.code, reply.value);
    route(`/m/${reply.value.code}`);
  };

  return (
    <Shell title={title}>
      <form
        class={css.form}
        onSubmit={(e) => {
          e.preventDefault();
          void start();
        }}
      >
        <h1>{title}</h1>
        <Choices
          wide
          legend={m.new_scenario()}
          name="scenario"
          value={terms.scenario}
          onChoose={(scenario) => choose({ scenario })}
          choices={SCENARIO_IDS.map((id) => {
            const words = scenarioWords(id);
            return { value: id as string, title: words.name, text: words.brief };
          })}
        />
        <Choices
          legend={m.new_level()}
          name="level"
          value={terms.level}
          onChoose={(level) => choose({ level })}
          choices={[
            { value: 'flags', title: m.new_flags(), text: m.new_flags_text() },
            { value: 'numbers', title: m.new_numbers(), text: m.new_numbers_text() },
          ]}
        />
        <Choices
          legend={m.new_role()}
          name="seat"
          value={terms.seat}
          onChoose={(seat) => choose({ seat })}
          choices={[
            { value: 'either', title: m.new_either() },
            { value: 'client', title: <End end="client" /> },
            { value: 'server', title: <End end="server" /> },
          ]}
        />
        <NameField value={name} onName={setName} problem={problem} />
        <Button type="submit" kind="primary" disabled={busy}>
          {mode === 'duo' ? m.new_invite() : m.new_start()}
        </Button>
      </form>
    </Shell>
  );
}

const End = ({ end }: { readonly end: 'client' | 'server' }) => (
  <>
    <RoleMark end={end} /> {bareRole(end)}
  </>
);

function lastTerms(): Terms {
  try {
    const stored = JSON.parse(device.get('terms') ?? '{}') as Partial<Terms>;
    const known = SCENARIO_IDS.some((id) => id === stored.scenario);
    return known ? { ...BEGINNER, ...stored } : BEGINNER;
  } catch {
    return BEGINNER;
  }
}
