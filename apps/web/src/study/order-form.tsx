import type { Response } from '@ackade/contract';
import { useRef, useState } from 'preact/hooks';
import { m } from '../messages/session.ts';
import { type FormProps, moved } from './form.ts';
import css from './order-form.module.css';

const orderIn = (response: Response | null): readonly number[] =>
  response?.form === 'order' ? response.order : [];

/** To be put in order: by buttons, by the arrow keys, or drawn. */
export function OrderForm({ posed, draft, onDraft, busy, revealed }: FormProps) {
  const list = useRef<HTMLOListElement>(null);
  const [news, setNews] = useState('');
  const [drawn, setDrawn] = useState<number | null>(null);
  const order = orderIn(revealed ? revealed.response : draft);
  const key = orderIn(revealed ? revealed.solution : null);
  const count = order.length;

  const move = (from: number, to: number): void => {
    const choice = order[from];
    if (choice === undefined || to < 0 || to >= count || busy || revealed) return;
    onDraft({ form: 'order', order: moved(order, from, to) });
    setNews(m.session_order_moved({ text: posed.choices[choice] ?? '', place: to + 1, count }));
  };
  /** The place over which a finger is. */
  const placeAt = (y: number): number =>
    [...(list.current?.children ?? [])].filter((item) => {
      const { top, height } = item.getBoundingClientRect();
      return y > top + height;
    }).length;

  return (
    <div class={css.order}>
      <p>{revealed && !revealed.right ? m.session_your_order() : m.session_order()}</p>
      <ol ref={list}>
        {order.map((choice, place) => {
          const text = posed.choices[choice] ?? '';
          const right = key[place] === choice;
          return (
            <li
              key={choice}
              data-mark={revealed ? (right ? 'right' : 'wrong') : null}
              data-drawn={drawn === choice}
            >
              <button
                type="button"
                class={css.handle}
                disabled={busy || revealed !== null}
                aria-label={m.session_order_place({ text, place: place + 1, count })}
                onKeyDown={(e) => {
                  const by = { ArrowUp: -1, ArrowDown: 1 }[e.key];
                  if (by === undefined) return;
                  e.preventDefault();
                  e.stopPropagation();
                  const handle = e.currentTarget;
                  move(place, place + by);
                  requestAnimationFrame(() => handle.focus());
                }}
                onPointerDown={(e) => {
                  e.currentTarget.setPointerCapture(e.pointerId);
                  setDrawn(choice);
                }}
                onPointerMove={(e) => {
                  if (drawn !== choice) return;
                  const to = Math.min(count - 1, placeAt(e.clientY));
                  if (to !== place) move(place, to);
                }}
                onPointerUp={() => setDrawn(null)}
                onPointerCancel={() => setDrawn(null)}
              >
                <span class={css.place} aria-hidden="true">
                  {revealed ? (right ? '✓' : '✕') : place + 1}
                </span>
                <span class={css.text}>{text}</span>
              </button>
              {!revealed && (
                <span class={css.buttons}>
                  {([-1, 1] as const).map((by) => (
                    <button
                      key={by}
                      type="button"
                      disabled={busy || place + by < 0 || place + by >= count}
                      aria-label={`${by < 0 ? m.session_up() : m.session_down()}: ${text}`}
                      onClick={() => move(place, place + by)}
                    >
                      {by < 0 ? '↑' : '↓'}
                    </button>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {revealed && !revealed.right && (
        <>
          <p>{m.session_order_right()}</p>
          <ol>
            {key.map((choice, place) => (
              <li key={choice} data-mark="right">
                <span class={css.handle}>
                  <span class={css.place}>{place + 1}</span>
                  <span class={css.text}>{posed.choices[choice]}</span>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      <p class="visually-hidden" role="status">
        {news}
      </p>
    </div>
  );
}
