import { LEVELS } from '@ackade/game';
import { levelWords } from '../match/level.ts';
import { bareRole } from '../match/role.ts';
import { m } from '../messages/practice.ts';
import { ChoiceRow } from './choice-row.tsx';
import type { Terms } from './terms.ts';
import css from './terms-bar.module.css';

type Props = { readonly terms: Terms; readonly onTerms: (terms: Terms) => void };

/** How one plays, for all scenarios at once: so a tap on one of them suffices. */
export const TermsBar = ({ terms, onTerms }: Props) => (
  <div class={css.terms}>
    <ChoiceRow
      legend={m.practice_level()}
      name="level"
      value={terms.level}
      onChoose={(level) => onTerms({ ...terms, level })}
      choices={LEVELS.map((level) => [level, levelWords(level).name] as const)}
    />
    <ChoiceRow
      legend={m.practice_partner()}
      name="mode"
      value={terms.mode}
      onChoose={(mode) => onTerms({ ...terms, mode })}
      choices={[
        ['solo', m.practice_bot()],
        ['both', m.practice_both()],
      ]}
    />
    {terms.mode === 'solo' && (
      <ChoiceRow
        legend={m.practice_end()}
        name="seat"
        value={terms.seat}
        onChoose={(seat) => onTerms({ ...terms, seat })}
        choices={[
          ['either', m.practice_either()],
          ['client', bareRole('client')],
          ['server', bareRole('server')],
        ]}
      />
    )}
    <p class={css.meaning}>{levelWords(terms.level).text}</p>
  </div>
);
