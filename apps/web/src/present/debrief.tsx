import type { Lesson } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import { misconceptionTitle, mistakeWords } from '../words/mistake.ts';
import css from './debrief.module.css';
import { useExample } from './example.ts';
import { FittedLadder } from './fitted-ladder.tsx';
import { FIRST_TURN, turnBack, turnOn, turnTo, withTold } from './lesson-turn.ts';
import { topicOf } from './topic.ts';
import { topicWords } from './topic-words.ts';
import { useKeys } from './use-keys.ts';

/** So long the class may think before it is told, unless somebody goes on by hand, ms. */
const THINKING = 12_000;

/** What the class got wrong most: a ladder of its own that shows it, a question, and then the answer. */
export function Debrief({ board: { head } }: { readonly board: BoardState }) {
  const lessons = head.lessons ?? [];
  const [turn, setTurn] = useState(FIRST_TURN);
  const on = (): void => setTurn((turn) => turnOn(turn, lessons.length));
  const back = (): void => setTurn(turnBack);
  // A presenter's remote control turns pages.
  useKeys({ ' ': on, arrowright: on, pagedown: on, arrowleft: back, pageup: back });
  const { chosen, told } = turn;
  useEffect(() => {
    if (told.has(chosen)) return;
    const timer = setTimeout(() => setTurn(withTold), THINKING);
    return () => clearTimeout(timer);
  }, [chosen, told]);
  const lesson = lessons[chosen];
  if (!lesson) return <p class={css.flawless}>{m.present_flawless()}</p>;
  return (
    <div class={css.debrief}>
      <ExampleOf key={lesson.code} lesson={lesson} />
      <ol class={css.lessons}>
        {lessons.map((each, i) => (
          <li key={each.code}>
            <LessonCard
              lesson={each}
              chosen={i === chosen}
              told={told.has(i)}
              onChoose={() => setTurn((turn) => turnTo(turn, i))}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

type CardProps = {
  readonly lesson: Lesson;
  readonly chosen: boolean;
  readonly told: boolean;
  readonly onChoose: () => void;
};

function LessonCard({ lesson, chosen, told, onChoose }: CardProps) {
  const example = useExample(lesson);
  return (
    <button type="button" class={css.lesson} aria-pressed={chosen} onClick={onChoose}>
      <strong>{topicWords(topicOf(lesson.code))}</strong>
      {told && (
        <span class={css.answer} role="status">
          <b>{misconceptionTitle(lesson.code)}</b>
          {typeof example === 'object' && example && (
            <span>{mistakeWords(example.mistake, example.rows).text}</span>
          )}
        </span>
      )}
      <small>{m.present_shown_by({ count: lesson.players })}</small>
    </button>
  );
}

/** Whose ladder it is does not matter, so the ends are named by their roles. */
function ExampleOf({ lesson }: { readonly lesson: Lesson }) {
  const example = useExample(lesson);
  if (example === null) return <p role="status">{m.present_example_loading()}</p>;
  if (typeof example === 'string') return <p>{m.present_example_none()}</p>;
  return (
    <figure class={css.example}>
      <figcaption>
        <strong>{m.present_learn_question()}</strong> {m.present_example()} ·{' '}
        {scenarioName(example.replay.scenario)}
      </figcaption>
      <FittedLadder
        rows={example.rows}
        level={example.replay.level}
        current={example.rows.length - 1}
      />
    </figure>
  );
}
