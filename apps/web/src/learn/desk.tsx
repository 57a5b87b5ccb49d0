import type { Move, RowView } from '@ackade/game';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import card from '../match/verdict-card.module.css';
import { m } from '../messages/learn.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import { Controls } from './controls.tsx';
import css from './desk.module.css';
import { Moral } from './moral.tsx';
import { beatOf, type Scene, speakerOf } from './scene.ts';
import type { StepWords } from './words.ts';

const Unexplained = () => <p class={card.wrong}>{m.learn_wrong()}</p>;

/** The words of all mistakes are many; they come with the first one, and the lesson goes on without them. */
const Explained = lazy(() =>
  import('./explained.tsx').then(
    (part) => part.Explained,
    () => Unexplained,
  ),
);

type Props = {
  readonly scene: Scene;
  readonly words: StepWords;
  readonly rows: readonly RowView[];
  /** Lets happen what is right. */
  readonly onPass: () => void;
  readonly onMove: (move: Move) => void;
  readonly onAgain: () => void;
};

/** What has come of the last beat, what the next one asks for, and the means to make it happen. */
export function Desk({ scene, words, rows, onPass, onMove, onAgain }: Props) {
  const { step, made, mistake } = scene;
  const desk = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(made);
  const beat = beatOf(scene);
  const story = [words.lead, ...words.beats.map(({ told }) => told)];
  const speaker = speakerOf(scene);

  useLayoutEffect(() => {
    if (shown === made) return;
    setShown(made);
    // What was pressed is gone; the keyboard goes on at what comes next.
    const next = desk.current?.querySelector<HTMLElement>(
      '[data-next], [data-next-in] button:not(:disabled)',
    );
    next?.focus({ preventScroll: true });
  }, [made]);

  useLayoutEffect(() => {
    // Who has just come to the page is nowhere yet: Enter goes on from there, too.
    const listen = (e: KeyboardEvent): void => {
      const nowhere = e.target instanceof HTMLElement && e.target.matches('body, main');
      // One Enter is one beat, although the next button may be there, and focused, before it is over.
      if (e.key !== 'Enter' || e.repeat || e.defaultPrevented || !nowhere) return;
      e.preventDefault();
      desk.current?.querySelector<HTMLElement>('button[data-next], a[data-next]')?.click();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  return (
    <div class={css.desk} ref={desk} data-made={made}>
      <div class={css.bar} style={{ '--part': made / step.beats.length }} aria-hidden="true" />
      <ol class={css.story} data-wrong={mistake !== null}>
        {story.slice(0, made + 1).map((text, i) => (
          <li key={i} class={i === 0 ? css.lead : css.told} data-past={i < made}>
            {text}
          </li>
        ))}
      </ol>
      <div role="status">
        {mistake === 'unjudged' && <Unexplained />}
        {mistake && mistake !== 'unjudged' && (
          <Explained key={JSON.stringify(mistake.move)} rows={rows} />
        )}
      </div>
      {beat ? (
        <>
          <p class={css.ask} id="ask" data-role={speaker}>
            {speaker ? <RoleMark end={speaker} /> : <span aria-hidden="true">⏳</span>}
            <span>{words.beats[made]?.ask}</span>
          </p>
          <Controls
            key={`${step.id} ${made}`}
            scene={scene}
            beat={beat}
            words={words.beats[made]}
            onPass={onPass}
            onMove={onMove}
          />
        </>
      ) : (
        <Moral step={step} words={words} onAgain={onAgain} />
      )}
    </div>
  );
}
