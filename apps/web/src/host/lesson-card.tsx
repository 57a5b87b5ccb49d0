import type { Lesson } from '@ackade/game';
import { m } from '../messages/host.ts';
import { useExample } from '../present/example.ts';
import { misconceptionTitle } from '../words/mistake.ts';
import css from './lesson-card.module.css';
import { lessonRule } from './lesson-words.ts';

/** A misconception of the class, with the rule that puts it right and a match in which it was shown. */
export function LessonCard({ lesson }: { readonly lesson: Lesson }) {
  const { code, count, players, match } = lesson;
  const found = useExample(lesson);
  return (
    <article class={css.lesson}>
      <h3>{misconceptionTitle(code)}</h3>
      {/* A place is kept for the sentence: nothing jumps when it comes. */}
      <p class={css.rule}>{lessonRule(found)}</p>
      <p class={css.shown}>
        {m.lesson_shown({ players, count })}{' '}
        <a href={`/replay/${match}`} target="_blank" rel="noopener">
          {m.lesson_replay()}
        </a>
      </p>
    </article>
  );
}
