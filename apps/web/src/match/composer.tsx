import type { Move, View } from '@ackade/game';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import { m } from '../messages/play.ts';
import { Button } from '../parts/button.tsx';
import { Chips } from './chips.tsx';
import css from './composer.module.css';
import {
  type Draft,
  type Field,
  missing,
  missingState,
  moveOf,
  sent,
  silenceOf,
  toggleBit,
  toggleData,
} from './draft.ts';
import { keysOn, switchKeys, useKeys } from './keys.ts';

const Numbers = lazy(() => import('./later.ts').then((part) => part.Numbers));
const Octets = lazy(() => import('./later.ts').then((part) => part.Octets));

type Props = {
  readonly view: View;
  readonly draft: Draft;
  readonly onDraft: (change: (draft: Draft) => Draft) => void;
  /** Something waits for an answer and none is on its way. */
  readonly active: boolean;
  /** Its keys play; those of an end that is not shown do not. */
  readonly awake: boolean;
  /** Gives the move to the judge; true if it was right. */
  readonly onMove: (move: Move) => Promise<boolean>;
  readonly onHint: () => void;
  /** What else stands beside Send. */
  readonly children: ComponentChildren;
};

/** Where a segment is put together. It starts empty: what is right is for the player to know. */
export function Composer({ view, draft, onDraft, active, awake, onMove, onHint, children }: Props) {
  const [field, setField] = useState<Field>('seq');
  const [keys, setKeys] = useState(keysOn);
  const [gap, setGap] = useState<Field | 'state' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { level, data } = view;
  const sendable = active && (draft.bits.length > 0 || draft.data !== null);

  // Data that has been acknowledged is no longer there to be sent.
  useEffect(() => {
    if (draft.data !== null && draft.data >= data.length) change((d) => ({ ...d, data: null }));
  }, [data.length]);

  const change = (next: (draft: Draft) => Draft): void => {
    onDraft(next);
    setGap(null);
  };
  const play = async (move: Move, lacking: Field | 'state' | null): Promise<void> => {
    setGap(lacking);
    if (lacking) form.current?.querySelector<HTMLElement>(`[data-field=${lacking}]`)?.focus();
    // Once numbers count, most of a wrong segment may be right: it stays to be mended.
    else if ((await onMove(move)) || level === 'flags') onDraft(sent);
  };
  const send = (): void => {
    if (sendable) void play(moveOf(draft, level, data), missing(draft, level, data));
  };
  const stay = (): void => {
    if (active) void play(silenceOf(draft, level), missingState(draft, level));
  };
  useKeys(
    {
      bit: (bit) => change((d) => toggleBit(d, bit)),
      data: () => data.length > 0 && change((d) => toggleData(d, d.data ?? 0, data)),
      send,
      stay,
      hint: onHint,
    },
    keys && awake,
  );
  const numbers = {
    view,
    draft,
    gap,
    target: field,
    onTarget: setField,
    onChange: change,
  };

  return (
    <form
      ref={form}
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
              onClick={() => change((d) => toggleData(d, i, data))}
            >
              <code>{piece}</code> <small>{m.play_octets({ count: piece.length })}</small>
            </button>
          ))}
          {draft.data !== null && level !== 'flags' && <Octets {...numbers} />}
        </fieldset>
      )}
      <Chips
        label={m.play_bits()}
        bits={draft.bits}
        onToggle={(bit) => change((d) => toggleBit(d, bit))}
      />
      {level !== 'flags' && <Numbers {...numbers} />}
      <div class={css.actions} data-race={view.race}>
        <Button type="submit" kind="primary" disabled={!sendable}>
          {m.play_send()}
        </Button>
        <Button type="button" kind="plain" disabled={!active} onClick={stay} aria-keyshortcuts="W">
          {m.play_stay()}
        </Button>
        {children}
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
