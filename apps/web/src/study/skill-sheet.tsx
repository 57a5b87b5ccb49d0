import type { StudyState } from '@ackade/contract';
import type { MasteryLevel } from '@ackade/game';
import { m } from '../messages/study.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { dayWords } from '../words/day.ts';
import { masteryWords, skillName, skillText } from '../words/skill.ts';
import { LevelMark } from './level-mark.tsx';
import css from './skill-sheet.module.css';
import { useBeginning } from './use-beginning.ts';

type Props = {
  readonly item: StudyState['skills'][number];
  readonly session: StudyState['session'];
  /** The session that is open is another one. */
  readonly onChange: () => void;
  readonly onClose: () => void;
};

/** Questions about one skill at a time. */
const COUNT = 5;

const LEVELS: Readonly<Record<MasteryLevel, () => string>> = {
  new: m.study_level_new_text,
  learning: m.study_level_learning_text,
  familiar: m.study_level_familiar_text,
  mastered: m.study_level_mastered_text,
};

/** One skill: how well it is known, when it comes back, and a session about it alone. */
export function SkillSheet({ item, session, onChange, onClose }: Props) {
  const { skill, level, mastery, due, practisedAt, nextDueAt } = item;
  const { busy, problem, start } = useBeginning(session, onChange);
  const now = Date.now();
  return (
    <Sheet title={skillName(skill)} closing={m.study_close()} onClose={onClose}>
      {() => (
        <div class={css.skill}>
          <p>{skillText(skill)}</p>
          <p class={css.level}>
            <LevelMark level={level} /> <b>{masteryWords(level)}</b> {mastery}%
          </p>
          <p>{LEVELS[level]()}</p>
          <ul>
            {practisedAt !== null && (
              <li>{m.study_practised({ when: dayWords(practisedAt, now) })}</li>
            )}
            {due > 0 && <li>{m.study_due_now({ count: due })}</li>}
            {nextDueAt !== null && (
              <li>{m.study_comes_back({ when: dayWords(nextDueAt, now) })}</li>
            )}
          </ul>
          {session && !session.over && (
            <p class={css.ends}>
              {m.study_ends_open({ answered: session.answered, count: session.count })}
            </p>
          )}
          <Button kind="primary" disabled={busy} onClick={() => start(COUNT, [skill])}>
            {m.study_practise({ count: COUNT })}
          </Button>
          <p class={css.problem} role="alert">
            {problem && <ProblemText problem={problem} />}
          </p>
        </div>
      )}
    </Sheet>
  );
}
