import type { StudyState } from '@ackade/contract';
import type { MasteryLevel } from '@ackade/game';
import { m } from '../messages/study.ts';
import { skillName } from '../words/skill.ts';

type Words = { readonly title: string; readonly text: string };

/** What would be best to do now, and why. */
export function nextWords({ next, skills, session }: StudyState): Words {
  switch (next) {
    case 'resume':
      return {
        title: m.study_next_resume(),
        text: m.study_next_resume_text({
          place: (session?.answered ?? 0) + 1,
          count: session?.count ?? 0,
        }),
      };
    case 'start':
      return { title: m.study_next_start(), text: m.study_next_start_text() };
    case 'review': {
      const count = skills.reduce((sum, { due }) => sum + due, 0);
      return { title: m.study_next_review(), text: m.study_next_review_text({ count }) };
    }
    case 'strengthen':
      return {
        title: m.study_next_strengthen(),
        text: m.study_next_strengthen_text({ skills: someOf(skills, ['learning', 'familiar']) }),
      };
    case 'explore':
      return {
        title: m.study_next_explore(),
        text: m.study_next_explore_text({ skills: someOf(skills, ['new']) }),
      };
    case 'rest':
      return { title: m.study_next_rest(), text: m.study_next_rest_text() };
  }
}

/** Two of the skills on these levels, at most. */
function someOf(skills: StudyState['skills'], levels: readonly MasteryLevel[]): string {
  const names = skills.filter((s) => levels.includes(s.level)).map((s) => skillName(s.skill));
  const [first = '', second] = names;
  return second === undefined ? first : m.study_and({ first, second });
}
