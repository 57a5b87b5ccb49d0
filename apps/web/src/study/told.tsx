import type { Posed, Revealed } from '@ackade/contract';
import { useEffect, useId, useRef } from 'preact/hooks';
import { m } from '../messages/session.ts';
import css from './told.module.css';

type Props = {
  readonly posed: Posed;
  readonly revealed: Revealed;
  /** Whether the reader is led here. */
  readonly led: boolean;
};

/** Right or wrong, why, and what holds instead. */
export function Told({ posed, revealed, led }: Props) {
  const { right, explanation, correction, rule, row } = revealed;
  const card = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => {
    if (led) card.current?.focus();
  }, [led]);
  return (
    <section
      ref={card}
      class={right ? css.right : css.wrong}
      tabIndex={-1}
      aria-labelledby={id}
      aria-describedby={`${id}why`}
    >
      <h2 id={id}>
        <span aria-hidden="true">{right ? '✓' : '✕'}</span>{' '}
        {right ? m.session_right() : m.session_wrong()}
      </h2>
      <div id={`${id}why`}>
        <p>{explanation}</p>
        {correction && (
          <p class={css.correction}>
            <b>{m.session_remember()}</b> {correction}
          </p>
        )}
      </div>
      <p class={css.more}>
        {row !== null && <span>{rowWords(posed, row)}</span>}
        {rule && <RuleLink rule={rule} />}
      </p>
    </section>
  );
}

const rowWords = ({ frames }: Posed, row: number): string => {
  const frame = frames?.[row];
  return frame === undefined
    ? m.session_row_decides({ row: row + 1 })
    : m.session_frame_decides({ frame });
};

function RuleLink({ rule }: { readonly rule: string }) {
  const [section = '', step] = rule.split('-');
  return (
    <a
      href={`https://www.rfc-editor.org/rfc/rfc9293#section-${section}`}
      target="_blank"
      rel="noreferrer"
    >
      {step ? m.session_rule_step({ section, step }) : m.session_rule({ section })}
    </a>
  );
}
