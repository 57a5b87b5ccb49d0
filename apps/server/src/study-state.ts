import type { StudyState } from '@ackade/contract';
import {
  dailyLevel,
  dailyThree,
  dayOf,
  evolveLearner,
  isSessionOver,
  LEVELS,
  type Learner,
  type Level,
  SCENARIOS,
  skillMapOf,
  streakOn,
} from '@ackade/game';

/** Who has done nothing yet. */
export const NOBODY = evolveLearner(null, { type: 'created', id: '', at: 0 });

/** What the pages show of a learner at `now`. */
export function studyStateOf(
  learner: Learner,
  devices: number,
  offset: number,
  now: number,
): StudyState {
  const { name, session, streak, learned, played } = learner;
  const { skills, next } = skillMapOf(learner, now);
  const today = dayOf(now, offset);
  return {
    name,
    devices,
    skills: skills.map((skill) => ({ ...skill, mastery: Math.round(100 * skill.mastery) })),
    next,
    streak: {
      length: streakOn(streak, today),
      longest: streak.longest,
      today: streak.last === today,
    },
    session: session && {
      id: session.id,
      count: session.questions.length,
      answered: session.answers.length,
      over: isSessionOver(session),
    },
    daily: dailyThree(learner, SCENARIOS, today).map((scenario) => ({
      scenario: scenario.id,
      level: dailyLevel(learner, scenario, today),
      done: played[scenario.id] === today,
    })),
    bests: bestsOf(learner),
    learned,
  };
}

export const bestsOf = ({ bests }: Learner): StudyState['bests'] =>
  Object.entries(bests).flatMap(([key, best]) => {
    const [scenario = '', level] = key.split('/');
    return isLevel(level) ? [{ scenario, level, ...best }] : [];
  });

const isLevel = (level: string | undefined): level is Level =>
  LEVELS.some((known) => known === level);
