import { NICKNAMES, PAIRINGS, type RaceOptions } from '@ackade/game';
import { m } from '../messages/host.ts';
import { NumberChoice, OneOf, Toggle } from './fields.tsx';
import css from './race-options.module.css';
import { RosterField } from './roster-field.tsx';

type Props = {
  readonly value: RaceOptions;
  readonly onChange: (options: RaceOptions) => void;
};

const SECOND = 1000;
/** What is offered, s. */
const TIMES = [60, 90, 120, 180, 240, 300, 480, 600];
const GRACES = [10, 30, 60, 120, 300];

const NICKNAME_WORDS = {
  free: m.option_nicknames_free,
  generated: m.option_nicknames_generated,
  roster: m.option_nicknames_roster,
} as const;

const PAIRING_WORDS = {
  random: m.option_pairing_random,
  mixed: m.option_pairing_mixed,
  keep: m.option_pairing_keep,
  'by-hand': m.option_pairing_by_hand,
} as const;

function timeWords(ms: number): string {
  const seconds = Math.round(ms / SECOND);
  return seconds % 60 === 0
    ? m.option_minutes({ minutes: seconds / 60 })
    : m.option_seconds({ seconds });
}

/** All that may be set for a race, before it is made and between its rounds. */
export function OptionFields({ value, onChange }: Props) {
  const set = (change: Partial<RaceOptions>): void => onChange({ ...value, ...change });
  return (
    <div class={css.options}>
      <NumberChoice
        label={m.option_time()}
        value={value.time / SECOND}
        offered={TIMES}
        words={(seconds) => timeWords(seconds * SECOND)}
        onChoose={(seconds) => set({ time: seconds * SECOND })}
      />
      <OneOf
        label={m.option_pairing()}
        value={value.pairing}
        offered={PAIRINGS}
        words={(pairing) => PAIRING_WORDS[pairing]()}
        onChoose={(pairing) => set({ pairing })}
      />
      <OneOf
        label={m.option_nicknames()}
        value={value.nicknames}
        offered={NICKNAMES}
        words={(nicknames) => NICKNAME_WORDS[nicknames]()}
        onChoose={(nicknames) => set({ nicknames })}
      />
      <NumberChoice
        label={m.option_grace()}
        value={value.grace / SECOND}
        offered={GRACES}
        words={(seconds) => timeWords(seconds * SECOND)}
        onChoose={(seconds) => set({ grace: seconds * SECOND })}
      />
      {value.nicknames === 'roster' && (
        <RosterField roster={value.roster} onRoster={(roster) => set({ roster })} />
      )}
      <div class={css.toggles}>
        <Toggle
          label={m.option_timed()}
          text={m.option_timed_text()}
          value={value.timed}
          onChange={(timed) => set({ timed })}
        />
        <Toggle
          label={m.option_swap()}
          text={m.option_swap_text()}
          value={value.swap}
          onChange={(swap) => set({ swap })}
        />
        <Toggle
          label={m.option_hints()}
          text={m.option_hints_text()}
          value={value.hints}
          onChange={(hints) => set({ hints })}
        />
        <Toggle
          label={m.option_late_join()}
          text={m.option_late_join_text()}
          value={value.lateJoin}
          onChange={(lateJoin) => set({ lateJoin })}
        />
        <Toggle
          label={m.option_filter()}
          text={m.option_filter_text()}
          value={value.filter}
          onChange={(filter) => set({ filter })}
        />
      </div>
    </div>
  );
}
