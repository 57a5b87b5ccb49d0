import type { StudyState } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { m as skills } from '../messages/skills.ts';
import { m } from '../messages/study.ts';
import { masteryWords, skillName, skillText } from '../words/skill.ts';
import { LevelMark } from './level-mark.tsx';
import css from './skill-map.module.css';
import { SkillSheet } from './skill-sheet.tsx';

type Item = StudyState['skills'][number];

type Props = { readonly state: StudyState; readonly onChange: () => void };

/** The eleven skills as a ladder: an arrow for each, which arrives when the skill is mastered. */
export function SkillMap({ state, onChange }: Props) {
  const [open, setOpen] = useState<Item | null>(null);
  return (
    <>
      <section class={css.map}>
        <h2>{m.study_map()}</h2>
        <p>{m.study_map_text()}</p>
        <ol>
          {state.skills.map((item) => (
            <li key={item.skill} data-level={item.level}>
              <button type="button" aria-label={spoken(item)} onClick={() => setOpen(item)}>
                <span class={css.name}>
                  <LevelMark level={item.level} />
                  <b>{skillName(item.skill)}</b>
                  <small>{skillText(item.skill)}</small>
                  {item.due > 0 && (
                    <span class={css.due}>{skills.skill_due({ count: item.due })}</span>
                  )}
                  <span class={css.level}>{masteryWords(item.level)}</span>
                </span>
                <span class={css.track} style={`--mastery:${item.mastery}%`} />
              </button>
            </li>
          ))}
        </ol>
      </section>
      {open && (
        <SkillSheet
          item={open}
          session={state.session}
          onChange={onChange}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function spoken({ skill, level, mastery, due }: Item): string {
  const words = { name: skillName(skill), level: masteryWords(level), percent: mastery };
  return due > 0
    ? m.study_skill_due({ ...words, due: skills.skill_due({ count: due }) })
    : m.study_skill(words);
}
