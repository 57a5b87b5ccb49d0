/** A ladder of this class that shows a misconception. */
import type { Lesson, Replay, RowView } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { replay } from '../replay/replay-api.ts';
import type { MistakeRow } from '../words/mistake.ts';

export type Example = {
  readonly replay: Replay;
  /** The ladder up to the wrong move and with it. */
  readonly rows: readonly RowView[];
  readonly mistake: MistakeRow;
};

/** The first wrong move of the match that shows what the lesson is about. */
export function exampleOf({ code }: Pick<Lesson, 'code'>, found: Replay): Example | null {
  const at = found.rows.findIndex(
    (row) => row.kind === 'mistake' && row.misconceptions[0] === code,
  );
  const mistake = found.rows[at];
  return mistake?.kind === 'mistake'
    ? { replay: found, rows: found.rows.slice(0, at + 1), mistake }
    : null;
}

const asked = new Map<string, ReturnType<typeof replay>>();

/** Null until it has come; a problem where it cannot. */
export function useExample(lesson: Lesson): Example | Problem | null {
  const [found, setFound] = useState<Example | Problem | null>(null);
  const { match } = lesson;
  useEffect(() => {
    let wanted = true;
    const coming = asked.get(match) ?? replay(match);
    asked.set(match, coming);
    void coming.then((reply) => {
      if (!reply.ok) asked.delete(match);
      if (!wanted) return;
      setFound(reply.ok ? (exampleOf(lesson, reply.value) ?? 'unknown-replay') : reply.problem);
    });
    return () => {
      wanted = false;
    };
  }, [match, lesson.code]);
  return found;
}
