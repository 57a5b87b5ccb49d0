import type { Move } from '@ackade/game';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Ladder } from '../ladder/ladder.tsx';
import { m } from '../messages/learn.ts';
import { rowWords } from '../words/row.ts';
import { Desk } from './desk.tsx';
import css from './lesson.module.css';
import { placeIn, rememberPlace } from './place.ts';
import { answered, openScene, type Picture, passed, pictureOf, type Scene } from './scene.ts';
import type { Step } from './step.ts';
import { Stepper } from './stepper.tsx';
import { NAMES, type StepWords } from './words.ts';

type Props = {
  readonly step: Step;
  readonly words: StepWords;
  readonly learned: ReadonlySet<string>;
  /** The last thing of the step has happened. */
  readonly onDone: () => void;
};

/** A step acted out: the ladder, and beside it what one makes happen in it. */
export function Lesson({ step, words, learned, onDone }: Props) {
  const [scene, setScene] = useState(() => openScene(step, placeIn(step.id)));
  const [said, setSaid] = useState('');
  const stage = useRef<HTMLElement>(null);
  const says = useMemo(() => words.beats.map((beat) => beat.says ?? ''), [words]);
  const picture = useMemo(() => pictureOf(scene, says), [scene, says]);
  const done = scene.made >= step.beats.length;
  useLayoutEffect(() => {
    if (done) onDone();
  }, [done]);
  useEffect(() => {
    const board = stage.current;
    if (!board) return;
    // What is new is below, and stays in sight when words take room from it.
    const watch = new ResizeObserver(() => board.scrollTo({ top: board.scrollHeight }));
    for (const part of [board, ...board.children]) watch.observe(part);
    return () => watch.disconnect();
  }, []);

  const go = (next: Scene): void => {
    setScene(next);
    if (next.made === scene.made) return;
    rememberPlace(step.id, next.made);
    const told = [words.beats[scene.made]?.told, next.made === step.beats.length && words.moral];
    const news = newsOf(step, pictureOf(scene, says), pictureOf(next, says));
    setSaid([...news, ...told].filter(Boolean).join(' '));
  };
  const make = async (move: Move): Promise<void> => {
    const next = answered(scene, move);
    if (next) return go(next);
    // What judges wrong moves is much, and comes with the first one.
    const judged = await import('./mistaken.ts').then(
      ({ mistaken }) => mistaken(scene, move),
      (): Scene => ({ ...scene, mistake: 'unjudged' }),
    );
    setScene((now) => (now.made === scene.made ? judged : now));
  };
  const again = (): void => {
    setScene(openScene(step));
    setSaid('');
    rememberPlace(step.id, 0);
  };

  return (
    <div class={css.lesson}>
      <header class={css.head}>
        <Stepper current={step.id} learned={learned} />
        <h1>{words.title}</h1>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class={css.stage} ref={stage} tabIndex={0} aria-label={m.learn_ladder()}>
        <Ladder
          rows={picture.rows}
          you={null}
          level={step.level}
          turns={picture.turns}
          names={NAMES}
          compact={false}
          states={step.states ? picture.states : undefined}
        />
      </section>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      <Desk
        scene={scene}
        words={words}
        rows={picture.rows}
        onPass={() => go(passed(scene))}
        onMove={(move) => void make(move)}
        onAgain={again}
      />
    </div>
  );
}

/** What is in the picture now that was not, in words: each row and each change of state once. */
function newsOf({ level, states }: Step, before: Picture, now: Picture): readonly string[] {
  const known = new Set(
    before.rows.filter((r) => r.kind !== 'mistake').map((r) => JSON.stringify(r)),
  );
  const rows = now.rows.filter((row) => !known.has(JSON.stringify(row)));
  const changes = states ? now.states.slice(before.states.length) : [];
  return [
    ...rows.map((row) => rowWords(row, null, level, NAMES)),
    ...changes.map(({ at, state }) => m.learn_state({ at: NAMES[at], state })),
  ];
}
