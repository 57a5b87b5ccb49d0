import type { Move, Verdict, View } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import type { Problem } from '../api.ts';
import { Ladder } from '../ladder/ladder.tsx';
import { m } from '../messages/play.ts';
import { Banner } from './banner.tsx';
import { Composer } from './composer.tsx';
import type { Live, Seen } from './live.ts';
import css from './play.module.css';
import { Prompt } from './prompt.tsx';
import { Ring } from './ring.tsx';
import { namesOf } from './role.ts';
import { TcbCard } from './tcb-card.tsx';
import { TopBar } from './top-bar.tsx';

/** The words of all verdicts are many; they come with the first one. */
const VerdictCard = lazy(() => import('./verdict-card.tsx').then((part) => part.VerdictCard));

type Props = { readonly view: View; readonly seen: Seen; readonly live: Live };

/** The board: what happened above, what one makes of it below. */
export function Play({ view, seen, live }: Props) {
  const [verdict, setVerdict] = useState<Verdict | Problem | null>(null);
  const stage = useRef<HTMLElement>(null);
  const { rows } = view;
  const active = view.turns.length > 0 && !seen.pending;

  useEffect(() => {
    const board = stage.current;
    if (!board) return;
    // What is new is below; it stays in sight, also when a verdict takes room from it.
    const follow = (): void => board.scrollTo({ top: board.scrollHeight, behavior: 'smooth' });
    follow();
    const watch = new ResizeObserver(follow);
    watch.observe(board);
    return () => watch.disconnect();
  }, [rows.length]);

  const move = async (made: Move): Promise<boolean> => {
    const answer = await live.move(made);
    setVerdict(answer);
    return typeof answer === 'object' && answer.right;
  };

  return (
    <div class={css.play}>
      <TopBar view={view} since={seen.since} />
      <main class={css.board}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section class={css.stage} ref={stage} tabIndex={0} aria-label={m.play_ladder()}>
          <div class={css.side} data-role={view.you}>
            <TcbCard view={view} />
            {view.alarm && <Ring alarm={view.alarm} since={seen.since} frozen={view.frozen} />}
          </div>
          <Ladder
            rows={rows}
            you={view.you}
            level={view.level}
            turns={view.turns}
            names={namesOf(view)}
            compact={false}
          />
        </section>
        <div class={css.desk}>
          <Banner view={view} connected={seen.connected} live={live} />
          <div class={css.said} role="status">
            {verdict && <VerdictCard verdict={verdict} view={view} />}
          </div>
          <Prompt view={view} />
          <Composer view={view} active={active} onMove={move} />
        </div>
      </main>
    </div>
  );
}
