import { useState } from 'preact/hooks';
import { Chips } from '../match/chips.tsx';
import { type Bit, EMPTY, moveOf, toggleBit } from '../match/draft.ts';
import { keysOn, useKeys } from '../match/keys.ts';
import { m } from '../messages/learn.ts';
import { Button } from '../parts/button.tsx';

type Props = {
  /** Gives the control bits that were put together. */
  readonly onSend: (ctl: number) => void;
};

const nothing = (): void => {};

/** The control bits, to be put together and sent. */
export function Composing({ onSend }: Props) {
  const [draft, setDraft] = useState(EMPTY);
  const toggle = (bit: Bit): void => setDraft((before) => toggleBit(before, bit));
  const send = (): void => {
    const move = moveOf(draft, 'flags', []);
    if (draft.bits.length === 0 || move.kind === 'silent') return;
    setDraft(EMPTY);
    onSend(move.ctl);
  };
  useKeys({ bit: toggle, data: nothing, send, stay: nothing, hint: nothing }, keysOn());
  return (
    <>
      <Chips label={m.learn_bits()} bits={draft.bits} onToggle={toggle} />
      <Button kind="primary" disabled={draft.bits.length === 0} onClick={send}>
        {m.learn_send()}
      </Button>
    </>
  );
}
