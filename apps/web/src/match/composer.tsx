import type { Move, View } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import { BitGlyph } from '../ladder/glyph.tsx';
import { m } from '../messages/play.ts';
import { Button } from '../parts/button.tsx';
import css from './composer.module.css';
import {
  BITS,
  type Draft,
  EMPTY,
  FIELDS,
  type Field,
  missing,
  moveOf,
  sent,
  stepNumber,
  toggleBit,
  toggleData,
  withNumber,
} from './draft.ts';
import { keysOn, switchKeys, useKeys } from './keys.ts';
import { NumberField } from './number-field.tsx';
import { sourcesOf } from './sources.ts';

type Props = {
  readonly view: View;
  /** Something waits for an answer and none is on its way. */
  readonly active: boolean;
  /** Gives the move to the judge; true if it was right. */
  readonly onMove: (move: Move) => Promise<boolean>;
};

/** Where a segment is put together. It starts empty: what is right is for the player to know. */
export function Composer({ view, active, onMove }: Props) {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [field, setField] = useState<Field>('seq');
  const [keys, setKeys] = useState(keysOn);
  const [gap, setGap] = useState<Field | null>(null);
  const inputs = { seq: useRef<HTMLInputElement>(null), ack: useRef<HTMLInputElement>(null) };
  const { level, data } = view;
  // What is copied goes into the field in use; ACK's is closed while its bit is off.
  const target: Field = draft.bits.includes('ACK') ? field : 'seq';
  const numbers = level === 'numbers';
  const carries = (draft.data !== null && data[draft.data]) || '';
  const sendable = active && (draft.bits.length > 0 || carries !== '');

  // Data that has been acknowledged is no longer there to be sent.
  useEffect(() => {
    if (draft.data !== null && draft.data >= data.length) setDraft({ ...draft, data: null });
  }, [data.length]);

  const change = (next: Draft): void => {
    setDraft(next);
    setGap(null);
  };
  const play = async (move: Move): Promise<void> => {
    // Once numbers count, most of a wrong segment may be right: it stays to be mended.
    if ((await onMove(move)) || level === 'flags') setDraft((d) => sent(d));
  };
  const send = (): void => {
    if (!sendable) return;
    const lacking = missing(draft, level);
    setGap(lacking);
    if (lacking) inputs[lacking].current?.focus();
    else void play(moveOf(draft, level, data));
  };
  const stay = (): void => {
    if (active) void play({ kind: 'silent' });
  };
  useKeys(
    {
      bit: (bit) => change(toggleBit(draft, bit)),
      data: () => data.length > 0 && change(toggleData(draft, draft.data ?? 0)),
      send,
      stay,
    },
    keys,
  );

  return (
    <form
      class={css.composer}
      aria-label={m.play_composer()}
      onSubmit={(e) => {
        e.preventDefault();
        send();
      }}
    >
      {data.length > 0 && (
        <fieldset class={css.data}>
          <legend>{m.play_data()}</legend>
          {data.map((piece, i) => (
            <button
              key={i}
              type="button"
              data-chip
              class={css.piece}
              aria-pressed={draft.data === i}
              onClick={() => change(toggleData(draft, i))}
            >
              <code>{piece}</code> <small>{m.play_octets({ count: piece.length })}</small>
            </button>
          ))}
        </fieldset>
      )}
      <fieldset class={css.chips}>
        <legend class="visually-hidden">{m.play_bits()}</legend>
        {BITS.map((bit) => (
          <button
            key={bit}
            type="button"
            data-chip
            class={css.chip}
            style={{ '--bit': `var(--${bit.toLowerCase()})` }}
            aria-pressed={draft.bits.includes(bit)}
            aria-keyshortcuts={bit[0]}
            onClick={() => change(toggleBit(draft, bit))}
          >
            <svg viewBox="-7 -7 14 14" width="1em" height="1em" aria-hidden="true">
              <BitGlyph bit={bit} size={12} />
            </svg>
            {bit}
          </button>
        ))}
      </fieldset>
      {numbers && (
        <div class={css.numbers}>
          {FIELDS.map((name) => (
            <NumberField
              key={name}
              name={name}
              input={inputs[name]}
              value={draft[name]}
              disabled={name === 'ack' && !draft.bits.includes('ACK')}
              current={target === name}
              missing={gap === name}
              onFocus={() => setField(name)}
              onText={(text) => change(withNumber(draft, name, text))}
              onStep={(by) => setDraft((d) => stepNumber(d, name, by))}
            />
          ))}
          <fieldset class={css.sources}>
            <legend>{m.play_copy({ field: target.toUpperCase() })}</legend>
            {sourcesOf(view).map(({ name, value }) => (
              <button
                key={name}
                type="button"
                class={css.source}
                onClick={() => change(withNumber(draft, target, String(value)))}
              >
                <small>{name}</small> {value}
              </button>
            ))}
          </fieldset>
          {gap && (
            <p class={css.gap} role="alert">
              {m.play_number_missing({ field: gap.toUpperCase() })}
            </p>
          )}
        </div>
      )}
      <div class={css.actions}>
        <Button type="submit" kind="primary" disabled={!sendable}>
          {m.play_send()}
        </Button>
        <Button type="button" kind="plain" disabled={!active} onClick={stay} aria-keyshortcuts="W">
          {m.play_stay()}
        </Button>
      </div>
      <p class={css.keys}>
        <label>
          <input
            type="checkbox"
            checked={keys}
            onChange={(e) => {
              switchKeys(e.currentTarget.checked);
              setKeys(e.currentTarget.checked);
            }}
          />{' '}
          {m.play_keys()}
        </label>
      </p>
    </form>
  );
}
