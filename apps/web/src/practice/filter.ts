import type { Family, Skill } from '@ackade/game';
import type { Shelf } from '../words/catalogue.ts';
import { skillName } from '../words/skill.ts';

/** Null: all of them. `text`: what was typed. */
export type Filter = {
  readonly family: Family | null;
  readonly skill: Skill | null;
  readonly text: string;
};

export const EVERYTHING: Filter = { family: null, skill: null, text: '' };

/** The shelves with what fits; those with nothing are left out. Every word that was typed is to be found. */
export function fitting(
  shelves: readonly Shelf[],
  { family, skill, text }: Filter,
): readonly Shelf[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return shelves
    .filter((shelf) => family === null || shelf.family === family)
    .map((shelf) => ({
      ...shelf,
      scenarios: shelf.scenarios.filter((s) => {
        if (skill !== null && !s.skills.includes(skill)) return false;
        const all = [s.name, s.brief, s.rfc, shelf.name, ...s.skills.map(skillName)]
          .join(' ')
          .toLowerCase();
        return words.every((word) => all.includes(word));
      }),
    }))
    .filter((shelf) => shelf.scenarios.length > 0);
}
