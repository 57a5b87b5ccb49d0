import { m } from '../messages/host.ts';
import type { BoardState } from '../race/board.ts';
import css from './debrief.module.css';
import { LessonCard } from './lesson-card.tsx';

/** What the projector shows the class, to talk about. */
export function Debrief({ board }: { readonly board: BoardState }) {
  const lessons = board.head.lessons ?? [];
  return (
    <section class={css.debrief}>
      <h1>{m.phase_debrief()}</h1>
      <p>{lessons.length > 0 ? m.debrief_lead() : m.debrief_none()}</p>
      {lessons.map((lesson) => (
        <LessonCard key={lesson.code} lesson={lesson} />
      ))}
    </section>
  );
}
