import { m } from '../messages/host.ts';
import type { BoardState } from '../race/board.ts';
import css from './absent.module.css';
import { absentFrom } from './absentees.ts';

/** With more names than this the list is folded until it is asked for. */
const FEW = 12;

/** Who of the class has not come, and who has lost the connection. */
export function Absent({ board }: { readonly board: BoardState }) {
  const { missing, away } = absentFrom(board);
  if (missing.length === 0 && away.length === 0) return null;
  return (
    <div class={css.absent}>
      <Names names={missing} words={m.absent_missing} />
      <Names names={away} words={m.absent_away} />
    </div>
  );
}

type NamesProps = {
  readonly names: readonly string[];
  readonly words: (input: { count: number }) => string;
};

function Names({ names, words }: NamesProps) {
  if (names.length === 0) return null;
  const count = words({ count: names.length });
  const list = names.map((name, i) => (
    <span key={name}>
      {name}
      {i < names.length - 1 && m.absent_between()}
    </span>
  ));
  if (names.length <= FEW)
    return (
      <p>
        <strong>{count}</strong> {list}
      </p>
    );
  return (
    <details>
      <summary>{count}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={count}>
        {list}
      </section>
    </details>
  );
}
