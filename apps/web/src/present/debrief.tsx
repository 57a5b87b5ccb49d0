import type { Lesson } from '@ackade/game';
import { useState } from 'preact/hooks';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import { misconceptionTitle, mistakeWords } from '../words/mistake.ts';
import css from './debrief.module.css';
import { type Example, useExample } from './example.ts';
import { FittedLadder } from './fitted-ladder.tsx';

/** What the class got wrong most, the truth about it, and a ladder of its own that shows it. */
export function Debrief({ board: { head } }: { readonly board: BoardState }) {
  const lessons = head.lessons ?? [];
  const [chosen, choose] = useState(0);
  const lesson = lessons[chosen] ?? lessons[0];
  if (!lesson) return <p class={css.flawless}>{m.present_flawless()}</p>;
  return (
    <div class={css.debrief}>
      <ol class={css.lessons}>
        {lessons.map((each, i) => (
          <li key={each.code}>
            <LessonCard lesson={each} chosen={each === lesson} onChoose={() => choose(i)} />
          </li>
        ))}
      </ol>
      <ExampleOf key={lesson.code} lesson={lesson} hidden={head.namesHidden} />
    </div>
  );
}

type CardProps = {
  readonly lesson: Lesson;
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

function LessonCard({ lesson, chosen, onChoose }: CardProps) {
  const example = useExample(lesson);
  return (
    <button type="button" class={css.lesson} aria-pressed={chosen} onClick={onChoose}>
      <strong>{misconceptionTitle(lesson.code)}</strong>
      {typeof example === 'object' && example && (
        <span>{mistakeWords(example.mistake, example.rows).text}</span>
      )}
      <small>{m.present_shown_by({ count: lesson.players })}</small>
    </button>
  );
}

function ExampleOf({ lesson, hidden }: { readonly lesson: Lesson; readonly hidden: boolean }) {
  const example = useExample(lesson);
  if (example === null) return <p role="status">{m.present_example_loading()}</p>;
  if (typeof example === 'string') return <p>{m.present_example_none()}</p>;
  return (
    <figure class={css.example}>
      <figcaption>
        {m.present_example()} · {scenarioName(example.replay.scenario)}
      </figcaption>
      <FittedLadder
        rows={example.rows}
        level={example.replay.level}
        names={namesIn(example, hidden)}
        current={example.rows.length - 1}
      />
    </figure>
  );
}

function namesIn({ replay: { players } }: Example, hidden: boolean) {
  const { client, server } = players;
  return {
    client: (!hidden && client.name) || m.present_client(),
    server: (!hidden && server.name) || m.present_server(),
  };
}
