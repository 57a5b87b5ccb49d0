import type { CreateMatch } from '@ackade/contract';
import type { Level } from '@ackade/game';
import { useState } from 'preact/hooks';
import { levelWords } from '../match/level.ts';
import { bareRole } from '../match/role.ts';
import { useStart } from '../match/use-start.ts';
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
import { ScenarioPicker } from './scenario-picker.tsx';

type Terms = Pick<CreateMatch, 'scenario' | 'level' | 'seat'>;

const BEGINNER: Terms = { scenario: 'handshake', level: 'flags', seat: 'either' };

const SCENARIOS = CATALOGUE.flatMap((shelf) => shelf.scenarios);

/** `/new/friend`: what is to be played. Everything is chosen already; Start suffices. */
export function NewMatch() {
  const [terms, setTerms] = useState<Terms>(lastTerms);
  const [name, setName] = useState(() => rememberedName() || suggestName());
  const { busy, problem, start } = useStart();
  const choose = (change: Partial<Terms>): void => setTerms(playable({ ...terms, ...change }));
  const scenario = SCENARIOS.find(({ id }) => id === terms.scenario);

  const invite = async (): Promise<void> => {
    if (!(await start({ ...terms, mode: 'duo', name }))) return;
    rememberName(name);
    device.set('terms', JSON.stringify(terms));
  };

  return (
    <Shell title={m.home_friend()}>
      <form
        class={css.form}
        onSubmit={(e) => {
          e.preventDefault();
          void invite();
        }}
      >
        <h1>{m.home_friend()}</h1>
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
        <div class={css.start}>
          <p aria-hidden="true">
            <strong>{scenario?.name}</strong> · {levelWords(terms.level).name}
          </p>
          <Button type="submit" kind="primary" disabled={busy}>
            {m.new_invite()}
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
  const levels: readonly Level[] = SCENARIOS.find(({ id }) => id === terms.scenario)?.levels ?? [];
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
