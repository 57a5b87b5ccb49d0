import { LEVELS } from '@ackade/game';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Problem } from '../api.ts';
import { DeckCards } from '../host/deck-cards.tsx';
import { DeckComposer } from '../host/deck-composer.tsx';
import { deckWords } from '../host/deck-words.ts';
import { NumberChoice } from '../host/fields.tsx';
import { createRace } from '../host/host-api.ts';
import { fragmentOf } from '../host/host-secrets.ts';
import { hostedRaces } from '../host/hosted.ts';
import {
  missingIn,
  type Plan,
  requestOf,
  roundsOf,
  scenariosOf,
  storedPlan,
  withDeck,
  withLevel,
} from '../host/plan.ts';
import { OptionFields } from '../host/race-options.tsx';
import { levelWords } from '../match/level.ts';
import { m } from '../messages/host.ts';
import { Button } from '../parts/button.tsx';
import { Choices } from '../parts/choices.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Shell } from '../parts/shell.tsx';
import { device } from '../storage.ts';
import css from './host.module.css';

const KEY = 'plan';
const MINUTE = 60_000;

const MISSING = { deck: m.setup_missing_deck, roster: m.setup_missing_roster } as const;

/** `/host`: what the class is to play. Everything is chosen already; one press opens the lobby. */
export function HostPage() {
  const { route } = useLocation();
  const [plan, setPlan] = useState(() => storedPlan(device.get(KEY)));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const missing = missingIn(plan);
  const rounds = roundsOf(plan);

  // At once: another language loads the page anew, and nobody types the names of a class twice.
  const choose = (next: Plan): void => {
    setPlan(next);
    device.set(KEY, JSON.stringify(next));
  };
  const open = async (): Promise<void> => {
    if (missing) return;
    setBusy(true);
    setProblem(null);
    const reply = await createRace(requestOf(plan));
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    const { code, ...secrets } = reply.value;
    route(`/host/${code}${fragmentOf(secrets)}`);
  };

  return (
    <Shell title={m.setup_title()}>
      <form
        class={css.form}
        onSubmit={(e) => {
          e.preventDefault();
          void open();
        }}
      >
        <header class={css.head}>
          <h1>{m.setup_title()}</h1>
          <p>
            {m.setup_lead()} <a href="/check">{m.setup_check()}</a>
          </p>
        </header>
        <DeckCards value={plan.deck} onChoose={(deck) => choose(withDeck(plan, deck))} />
        {plan.deck === 'own' && (
          <DeckComposer deck={plan.own} onDeck={(own) => choose({ ...plan, own })} />
        )}
        <Details plan={plan} onPlan={choose} />
        <Hosted />
        <div class={css.start}>
          <p>
            <strong>{deckWords(plan.deck).name}</strong> · {m.setup_rounds({ count: rounds })} ·{' '}
            {levelWords(plan.level).name}
            <small>
              {m.setup_at_most({ minutes: Math.ceil((rounds * plan.options.time) / MINUTE) })}
            </small>
          </p>
          <Button type="submit" kind="primary" disabled={busy || missing !== null}>
            {busy ? m.setup_opening() : m.setup_open()}
          </Button>
          <p class={css.problem} role="alert">
            {problem ? <ProblemText problem={problem} /> : missing && MISSING[missing]()}
          </p>
        </div>
      </form>
    </Shell>
  );
}

type DetailsProps = { readonly plan: Plan; readonly onPlan: (plan: Plan) => void };

function Details({ plan, onPlan }: DetailsProps) {
  const most = scenariosOf(plan).length;
  return (
    <details class={css.details}>
      <summary>{m.setup_options()}</summary>
      <div>
        <Choices
          legend={m.setup_level()}
          name="level"
          value={plan.level}
          onChoose={(level) => onPlan(withLevel(plan, level))}
          choices={LEVELS.map((level) => {
            const { name, text } = levelWords(level);
            return { value: level, title: name, text };
          })}
        />
        {most > 1 && (
          <NumberChoice
            label={m.setup_how_many()}
            value={roundsOf(plan)}
            offered={Array.from({ length: most }, (_, i) => i + 1)}
            words={(count) =>
              count === most ? m.setup_all_rounds({ count }) : m.setup_rounds({ count })
            }
            onChoose={(count) => onPlan({ ...plan, rounds: count === most ? null : count })}
          />
        )}
        <OptionFields value={plan.options} onChange={(options) => onPlan({ ...plan, options })} />
      </div>
    </details>
  );
}

/** The races of this device, to return to. */
function Hosted() {
  const [codes] = useState(hostedRaces);
  if (codes.length === 0) return null;
  return (
    <nav class={css.hosted} aria-label={m.setup_hosted()}>
      <h2>{m.setup_hosted()}</h2>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <a href={`/host/${code}`}>{code}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
