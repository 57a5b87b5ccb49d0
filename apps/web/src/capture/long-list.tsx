import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import css from './long-list.module.css';
import type { Scroller } from './use-scroller.ts';
import { type List, revealing, windowOf } from './window.ts';

type Props = {
  readonly label: string;
  readonly scroller: Scroller;
  readonly list: List;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  /** What a screen reader says of a row. */
  readonly name: (index: number) => string;
  /** Keys that the list does not know itself. */
  readonly onKey?: (key: string) => void;
  readonly children: (index: number) => ComponentChildren;
};

/** One of many, of which only what is visible is drawn. The arrow keys move the choice, and the list follows. */
export function LongList(props: Props) {
  const { label, scroller, list, chosen, onChoose, name, onKey, children } = props;
  const id = useId();
  const { height, first, end, top } = windowOf(list, scroller.scrolled);
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);

  useLayoutEffect(() => {
    const element = scroller.ref.current;
    if (element && list.viewport > 0)
      element.scrollTop = revealing(list, element.scrollTop, chosen);
  }, [chosen, list.row, list.viewport]);

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(list.viewport / list.row) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: -1,
      ArrowDown: 1,
      PageUp: -page,
      PageDown: page,
      Home: -list.count,
      End: list.count,
    };
    const step = steps[event.key];
    if (step === undefined) onKey?.(event.key);
    else {
      event.preventDefault();
      onChoose(Math.min(list.count - 1, Math.max(0, chosen + step)));
    }
  };

  return (
    <div
      ref={scroller.ref}
      class={css.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={chosen >= first && chosen < end ? `${id}-${chosen}` : undefined}
      onScroll={scroller.onScroll}
      onKeyDown={press}
      onClick={({ target }) => {
        const row = target instanceof Element ? target.closest('[role="option"]') : null;
        if (row) onChoose(Number(row.getAttribute('aria-posinset')) - 1);
      }}
    >
      <div class={css.content} role="presentation" style={`height:${height}px`}>
        {rows.map((index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names its active row
          <div
            key={index}
            id={`${id}-${index}`}
            class={css.row}
            role="option"
            aria-label={name(index)}
            aria-selected={index === chosen}
            aria-setsize={list.count}
            aria-posinset={index + 1}
            style={`top:${top + (index - first) * list.row}px;height:${list.row}px`}
          >
            {children(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
