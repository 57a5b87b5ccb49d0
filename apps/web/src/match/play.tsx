import type { Move, Verdict, View } from '@ackade/game';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import type { Problem } from '../api.ts';
import { Ladder } from '../ladder/ladder.tsx';
import { m } from '../messages/play.ts';
import { useTitle } from '../title.ts';
import { useScenarioWords } from '../words/scenario.ts';
import banner from './banner.module.css';
import { Composer } from './composer.tsx';
import { EMPTY } from './draft.ts';
import type { Live, Seen } from './live.ts';
import { nextHint } from './next-hint.ts';
import { PlainVerdict } from './plain-verdict.tsx';
import css from './play.module.css';
import { Prompt } from './prompt.tsx';
import { namesOf } from './role.ts';
import { TcbCard } from './tcb-card.tsx';
import { TopBar } from './top-bar.tsx';

const nothing = () => () => null;

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
const Banner = lazy(() => import('./later.ts').then((part) => part.Banner, nothing));
const Hints = lazy(() => import('./hints.tsx').then((part) => part.Hints, nothing));
const Tools = lazy(() => import('./later.ts').then((part) => part.Tools, nothing));
const WeatherPanel = lazy(() =>
  import('./weather-panel.tsx').then((part) => part.WeatherPanel, nothing),
);
const Ring = lazy(() => import('./later.ts').then((part) => part.Ring, nothing));

type Props = {
  readonly view: View;
  readonly seen: Seen;
  readonly live: Live;
  /** Leads to the other end, for who plays both. */
  readonly ends?: ComponentChildren;
  /** Of two ends that one plays, the one that is shown. */
  readonly awake?: boolean | undefined;
};

/** Counted, so that two equal verdicts are two to those who listen. */
type Answered = { readonly verdict: Verdict | Problem; readonly moves: number };

/** The board: what happened above, what one makes of it below. */
export function Play({ view, seen, live, ends, awake = true }: Props) {
  const [draft, setDraft] = useState(EMPTY);
  const [answer, setAnswer] = useState<Answered | null>(null);
  const [helping, setHelping] = useState(false);
  const [forecasting, setForecasting] = useState(false);
  const stage = useRef<HTMLElement>(null);
  const { rows, hints } = view;
  const words = useScenarioWords(view.scenario);
  useTitle(words.name);
  const active = view.turns.length > 0 && !seen.pending && !view.held;
  const hinted = hints.taken.length > 0;
  const helped = helping && hinted;
  const explained = !helped && answer !== null;

  useEffect(() => {
    const board = stage.current;
    if (!board) return;
    // What is new is below; it stays in sight, also when a verdict takes room from it.
    const watch = new ResizeObserver(() => board.scrollTo({ top: board.scrollHeight }));
    for (const part of [board, ...board.children]) watch.observe(part);
    return () => watch.disconnect();
  }, [rows.length]);

  const say = (verdict: Verdict | Problem): void => {
    setHelping(false);
    setAnswer((before) => ({ verdict, moves: (before?.moves ?? 0) + 1 }));
  };
  const move = async (made: Move): Promise<boolean> => {
    const verdict = await live.move(made);
    say(verdict);
    return typeof verdict === 'object' && verdict.right;
  };
  const hint = (): void => {
    if (!active) return;
    setHelping(true);
    // Those that were put away come back for nothing.
    if ((helping || !hinted) && nextHint(view))
      void live.hint().then((problem) => problem && say(problem));
  };
  const putAway = (): void => {
    setHelping(false);
    setAnswer(null);
  };
  const wrong = explained && !(typeof answer.verdict === 'object' && answer.verdict.right);

  return (
    <div class={css.play}>
      <TopBar view={view} name={words.name} since={seen.since} ends={ends} />
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
          <div role="status">
            {seen.connected ? (
              <Banner view={view} live={live} />
            ) : (
              <p class={banner.banner}>{m.play_reconnecting()}</p>
            )}
          </div>
          <div class={css.said}>
            <div role="status">
              {helped && <Hints view={view} onFill={setDraft} />}
              {explained && <VerdictCard key={answer.moves} verdict={answer.verdict} view={view} />}
            </div>
            {(helped || wrong) && (
              <button
                type="button"
                class={css.away}
                aria-label={m.play_put_away()}
                onClick={putAway}
              >
                ✕
              </button>
            )}
          </div>
          <Prompt view={view} />
          <Composer
            view={view}
            draft={draft}
            onDraft={setDraft}
            active={active}
            awake={awake}
            onMove={move}
            onHint={hint}
          >
            <Tools
              view={view}
              helping={helping}
              active={active}
              onHint={hint}
              onWeather={() => setForecasting(true)}
            />
          </Composer>
        </div>
      </main>
      {forecasting && (
        <WeatherPanel view={view} onWeather={live.weather} onClose={() => setForecasting(false)} />
      )}
    </div>
  );
}
