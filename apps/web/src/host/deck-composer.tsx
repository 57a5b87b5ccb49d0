import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/host.ts';
import { CATALOGUE } from '../words/catalogue.ts';
import { isFull, movedRound, withoutRound, withScenario } from './deck.ts';
import css from './deck-composer.module.css';

type Props = {
  readonly deck: readonly string[];
  readonly onDeck: (deck: readonly string[]) => void;
};

const ACTS = { earlier: -1, later: 1 } as const;
type Act = keyof typeof ACTS | 'remove';
type Focus = { readonly round: number; readonly act: Act };

/** A deck of one's own: what is in it in the order of the rounds, and the catalogue to choose from. */
export function DeckComposer({ deck, onDeck }: Props) {
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<Focus | null>(null);

  // The finger stays on what it moved, and does not fall off the list when that is removed.
  useLayoutEffect(() => {
    if (!focus.current) return;
    const { round, act } = focus.current;
    focus.current = null;
    const row = list.current?.children[Math.min(round, deck.length - 1)];
    const wanted = row?.querySelector<HTMLButtonElement>(`[data-act="${act}"]:enabled`);
    (wanted ?? row?.querySelector<HTMLButtonElement>('button:enabled') ?? list.current)?.focus();
  }, [deck]);

  const add = (id: string): void => {
    onDeck(withScenario(deck, id));
    say(m.compose_added({ name: scenarioName(id), round: deck.length + 1 }));
  };
  const move = (round: number, act: keyof typeof ACTS): void => {
    const to = round + ACTS[act];
    focus.current = { round: to, act };
    onDeck(movedRound(deck, round, to));
    say(m.compose_moved({ name: scenarioName(deck[round] ?? ''), round: to + 1 }));
  };
  const remove = (round: number): void => {
    focus.current = { round, act: 'remove' };
    onDeck(withoutRound(deck, round));
    say(m.compose_removed({ name: scenarioName(deck[round] ?? '') }));
  };

  return (
    <section class={css.composer} aria-label={m.deck_own_name()}>
      <div>
        <h2>{m.compose_rounds()}</h2>
        {deck.length === 0 && <p class={css.empty}>{m.compose_empty()}</p>}
        <ol ref={list} class={css.rounds} tabIndex={-1} aria-label={m.compose_rounds()}>
          {deck.map((id, round) => {
            const name = scenarioName(id);
            return (
              <li key={round}>
                <span>{name}</span>
                <button
                  type="button"
                  data-act="earlier"
                  aria-label={m.compose_earlier({ name })}
                  disabled={round === 0}
                  onClick={() => move(round, 'earlier')}
                >
                  ↑
                </button>
                <button
                  type="button"
                  data-act="later"
                  aria-label={m.compose_later({ name })}
                  disabled={round === deck.length - 1}
                  onClick={() => move(round, 'later')}
                >
                  ↓
                </button>
                <button
                  type="button"
                  data-act="remove"
                  aria-label={m.compose_remove({ name })}
                  onClick={() => remove(round)}
                >
                  ✕
                </button>
              </li>
            );
          })}
        </ol>
      </div>
      <div>
        <h2>{m.compose_catalogue()}</h2>
        {CATALOGUE.map(({ family, name, scenarios }, i) => (
          <details key={family} class={css.family} open={i === 0}>
            <summary>{name}</summary>
            <ul>
              {scenarios.map((scenario) => (
                <li key={scenario.id}>
                  <button type="button" disabled={isFull(deck)} onClick={() => add(scenario.id)}>
                    <span aria-hidden="true">＋</span>
                    <span>
                      <span class="visually-hidden">{m.compose_add()} </span>
                      <strong>{scenario.name}</strong>
                      <small>{scenario.brief}</small>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}
