import type { Lesson } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import { replay } from '../api.ts';
import { m } from '../messages/host.ts';
import { type MistakeRow, misconceptionTitle, mistakeWords } from '../words/mistake.ts';
import css from './lesson-card.module.css';

/** A misconception of the class, with the rule that puts it right and a match in which it was shown. */
export function LessonCard({ lesson }: { readonly lesson: Lesson }) {
  const { code, count, players, example } = lesson;
  const text = useRule(example);
  return (
    <article class={css.lesson}>
      <h3>{misconceptionTitle(code)}</h3>
      {/* A place is kept for the sentence: nothing jumps when it comes. */}
      <p class={css.rule}>{text}</p>
      <p class={css.shown}>
        {m.lesson_shown({ players, count })}{' '}
        <a href={`/replay/${example.match}`} target="_blank" rel="noopener">
          {m.lesson_replay()}
        </a>
      </p>
    </article>
  );
}

/** The sentence that was said to the player of the example; empty until it is known. */
function useRule({ match, mistake }: Lesson['example']): string {
  const [text, setText] = useState('');
  useEffect(() => {
    let left = false;
    void replay(match).then((reply) => {
      if (left || !reply.ok) return;
      const { rows } = reply.value;
      const row = rows.filter((one): one is MistakeRow => one.kind === 'mistake')[mistake];
      if (row) setText(mistakeWords(row, rows).text);
    });
    return () => {
      left = true;
    };
  }, [match, mistake]);
  return text;
}
