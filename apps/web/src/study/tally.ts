import type { SessionReview } from '@ackade/contract';
import { SKILLS, type Skill } from '@ackade/game';

type Line = { readonly skill: Skill; readonly right: number; readonly of: number };

/** How each skill went, the weakest first, of equals the one that was asked about more. */
export function tallied(questions: SessionReview['questions']): readonly Line[] {
  return SKILLS.flatMap((skill): Line[] => {
    const about = questions.filter(({ posed }) => posed.skill === skill);
    if (about.length === 0) return [];
    const right = about.filter(({ revealed }) => revealed.right).length;
    return [{ skill, right, of: about.length }];
  }).toSorted((a, b) => a.right / a.of - b.right / b.of || b.of - a.of);
}
