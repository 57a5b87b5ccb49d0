import type { Move, Verdict, View } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import type { Problem } from '../api.ts';
import { Ladder } from '../ladder/ladder.tsx';
import { m } from '../messages/play.ts';
import { useTitle } from '../title.ts';
import { scenarioWords } from '../words/scenario.ts';
import { Banner } from './banner.tsx';
import { Composer } from './composer.tsx';
import type { Live, Seen } from './live.ts';
import { PlainVerdict } from './plain-verdict.tsx';
import css from './play.module.css';
import { Prompt } from './prompt.tsx';
import { Ring } from './ring.tsx';
import { namesOf } from './role.ts';
import { TcbCard } from './tcb-card.tsx';
import { TopBar } from './top-bar.tsx';

/**
 * The words of all verdicts are many; they come with the first one. The server may go away just then,
 * and a browser does not ask twice for a module: the board plays on without the words.
 */
const VerdictCard = lazy(() =>
  import('./verdict-card.tsx').then(
    (part) => part.VerdictCard,
    () => PlainVerdict,
  ),
);

type Props = { readonly view: View; readonly seen: Seen; readonly live: Live };

/** Counted, so that two equal verdicts are two to those who listen. */
type Answered = { readonly verdict: Verdict | Problem; readonly moves: number };

/** The board: what happened above, what one makes of it below. */
export function Play({ view, seen, live }: Props) {
  const [answer, setAnswer] = useState<Answered | null>(null);
  const stage = useRef<HTMLElement>(null);
  const { rows } = view;
  useTitle(scenarioWords(view.scenario).name);
  const active = view.turns.length > 0 && !seen.pending;

  useEffect(() => {
    const board = stage.current;
    if (!board) return;
    // What is new is below; it stays in sight, also when a verdict takes room from it.
    const follow = (): void => board.scrollTo({ top: board.scrollHeight });
    follow();
    const watch = new ResizeObserver(follow);
    watch.observe(board);
    return () => watch.disconnect();
  }, [rows.length]);

  const move = async (made: Move): Promise<boolean> => {
    const verdict = await live.move(made);
    setAnswer((before) => ({ verdict, moves: (before?.moves ?? 0) + 1 }));
    return typeof verdict === 'object' && verdict.right;
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
            {answer && <VerdictCard key={answer.moves} verdict={answer.verdict} view={view} />}
          </div>
          <Prompt view={view} />
          <Composer view={view} active={active} onMove={move} />
        </div>
      </main>
    </div>
  );
}
