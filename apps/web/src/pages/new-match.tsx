import type { CreateMatch } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { createMatch, type Problem } from '../api.ts';
import { levelWords } from '../match/level.ts';
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
import { CATALOGUE } from '../words/catalogue.ts';
import css from './new-match.module.css';
import { NotFound } from './not-found.tsx';
import { ScenarioPicker } from './scenario-picker.tsx';

type Terms = Pick<CreateMatch, 'scenario' | 'level' | 'seat'> & {
  /** Who is at the other end when one plays alone. */
  readonly alone: Exclude<CreateMatch['mode'], 'duo'>;
};

const BEGINNER: Terms = { scenario: 'handshake', level: 'flags', seat: 'either', alone: 'solo' };

const SCENARIOS = CATALOGUE.flatMap((shelf) => shelf.scenarios);

/** `/new/friend` and `/new/alone`: what is to be played. Everything is chosen already; Start suffices. */
export function NewMatch() {
  const { params } = useRoute();
  const partner = params.with;
  return partner === 'friend' || partner === 'alone' ? (
    <Setup alone={partner === 'alone'} />
  ) : (
    <NotFound />
  );
}

function Setup({ alone }: { readonly alone: boolean }) {
  const { route } = useLocation();
  const [terms, setTerms] = useState<Terms>(lastTerms);
  const [name, setName] = useState(() => rememberedName() || suggestName());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = (change: Partial<Terms>): void => setTerms(playable({ ...terms, ...change }));
  const title = alone ? m.home_alone() : m.home_friend();
  const mode = alone ? terms.alone : 'duo';
  const scenario = SCENARIOS.find(({ id }) => id === terms.scenario);

  const start = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const { level, seat } = terms;
    const reply = await createMatch({ scenario: terms.scenario, level, seat, mode, name });
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
        <ScenarioPicker value={terms.scenario} onChoose={(id) => choose({ scenario: id })} />
        <Choices
          legend={m.new_level()}
          name="level"
          value={terms.level}
          onChoose={(level) => choose({ level })}
          choices={(scenario?.levels ?? []).map((level) => {
            const words = levelWords(level);
            return { value: level, title: words.name, text: words.text };
          })}
        />
        {alone && (
          <Choices
            legend={m.new_partner()}
            name="alone"
            value={terms.alone}
            onChoose={(who) => choose({ alone: who })}
            choices={[
              { value: 'solo', title: m.new_bot(), text: m.new_bot_text() },
              { value: 'both', title: m.new_both(), text: m.new_both_text() },
            ]}
          />
        )}
        {mode !== 'both' && (
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
        )}
        <NameField value={name} onName={setName} problem={problem} />
        <div class={css.start}>
          <p aria-hidden="true">
            <strong>{scenario?.name}</strong> · {levelWords(terms.level).name}
          </p>
          <Button type="submit" kind="primary" disabled={busy}>
            {alone ? m.new_start() : m.new_invite()}
          </Button>
        </div>
      </form>
    </Shell>
  );
}

const End = ({ end }: { readonly end: 'client' | 'server' }) => (
  <>
    <RoleMark end={end} /> {bareRole(end)}
  </>
);

/** The same at a level that the scenario has. */
function playable(terms: Terms): Terms {
  const levels = SCENARIOS.find(({ id }) => id === terms.scenario)?.levels ?? [];
  const level = levels.includes(terms.level) ? terms.level : (levels[0] ?? terms.level);
  return { ...terms, level };
}

function lastTerms(): Terms {
  try {
    const stored = JSON.parse(device.get('terms') ?? '{}') as Partial<Terms>;
    const known = SCENARIOS.some(({ id }) => id === stored.scenario);
    return known ? playable({ ...BEGINNER, ...stored }) : BEGINNER;
  } catch {
    return BEGINNER;
  }
}
