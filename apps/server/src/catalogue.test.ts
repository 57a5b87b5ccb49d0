import { type Exercise, NO_RATING, SKILLS } from '@ackade/game';
import { afterEach, describe, expect, it } from 'vitest';
import { type Catalogue, itemOf, openCatalogue } from './catalogue.ts';
import { forgotten } from './study-memories.ts';
import { NOBODY } from './study-state.ts';

describe('the catalogue', () => {
  let catalogue: Catalogue;
  afterEach(() => catalogue.stop());

  it('has something for everybody, one for each item, as hard as it has proved', async () => {
    let known = '';
    catalogue = openCatalogue(7, (item) => (item === known ? 1777 : null));
    const all = await catalogue.exercises([]);
    const items = all.map(itemOf);
    expect(new Set(items).size).toBe(all.length);
    expect(new Set(all.map(({ skill }) => skill)).size).toBeGreaterThan(SKILLS.length / 2);
    known = items[3] ?? '';
    const again = await catalogue.exercises([]);
    expect(again.find((exercise) => itemOf(exercise) === known)?.difficulty).toBe(1777);
  });

  it('lets others have their turn while it draws', async () => {
    catalogue = openCatalogue(7, () => null);
    let turns = 0;
    let waiting = true;
    const count = (): void => {
      turns++;
      if (waiting) setImmediate(count);
    };
    setImmediate(count);
    await catalogue.exercises([]);
    waiting = false;
    expect(turns).toBeGreaterThan(10);
  });

  it('leaves nobody waiting when it stops', async () => {
    catalogue = openCatalogue(7, () => null);
    const asked = catalogue.exercises(['window']);
    catalogue.stop();
    expect((await asked).length).toBeLessThan(1000);
  });
});

describe('what is due and not drawn', () => {
  const id = 'statement:no-time-wait:5';
  const learner = {
    ...NOBODY,
    skills: {
      ...NOBODY.skills,
      'time-wait': {
        rating: NO_RATING,
        successes: [],
        memories: [
          {
            variant: 'statement/no-time-wait',
            question: id,
            stability: 1,
            difficulty: 5,
            seenAt: 0,
            dueAt: 10,
          },
          {
            variant: 'played/only',
            question: null,
            stability: 1,
            difficulty: 5,
            seenAt: 0,
            dueAt: 10,
          },
        ],
      },
    },
  };
  const ids = async (drawn: readonly Exercise[], now: number, only: readonly string[] = []) =>
    (await forgotten(learner, drawn, only, now)).map((exercise) => exercise.id);

  it('is the question that was asked last', async () => {
    expect(await ids([], 10)).toEqual([id]);
    expect(await ids([], 9)).toEqual([]);
    expect(await ids([], 10, ['loss'])).toEqual([]);
    expect(await ids(await forgotten(learner, [], [], 10), 10)).toEqual([]);
  });

  it('is any question about what was met in a match only', async () => {
    const { skills } = learner;
    const [asked] = skills['time-wait'].memories;
    const met = { ...asked, variant: 'wrap/client/SYN-SENT<SYN,ACK', question: null };
    const player = {
      ...learner,
      skills: { ...skills, handshake: { ...skills['time-wait'], memories: [met] } },
    };
    expect(await forgotten(player as typeof learner, [], ['handshake'], 10)).toMatchObject([
      { skill: 'handshake', variant: met.variant },
    ]);
  });
});
