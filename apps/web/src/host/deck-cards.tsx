import { DECKS } from '@ackade/game';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/host.ts';
import css from './deck-cards.module.css';
import { deckWords } from './deck-words.ts';
import type { Plan } from './plan.ts';

type Props = { readonly value: Plan['deck']; readonly onChoose: (deck: Plan['deck']) => void };

const OWN = { id: 'own', scenarios: [] } as const;

/** More names than this say less than their number. */
const NAMED = 6;

/** The ready-made decks, and one's own, as cards that are radio buttons. */
export const DeckCards = ({ value, onChoose }: Props) => (
  <fieldset class={css.cards}>
    <legend>{m.setup_deck()}</legend>
    {[...DECKS, OWN].map(({ id, scenarios }) => {
      const { name, text } = deckWords(id);
      return (
        <label key={id} class={css.card}>
          <input type="radio" name="deck" checked={id === value} onChange={() => onChoose(id)} />
          <span>
            <strong>{name}</strong>
            {scenarios.length > 0 && <b>{m.setup_rounds({ count: scenarios.length })}</b>}
            <span class={css.text}>{text}</span>
            {scenarios.length > 0 && scenarios.length <= NAMED && (
              <small>{scenarios.map(scenarioName).join(' · ')}</small>
            )}
          </span>
        </label>
      );
    })}
  </fieldset>
);
