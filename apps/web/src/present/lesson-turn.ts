/** The lessons of the debrief, each first a question and then the answer. */
export type LessonTurn = {
  /** The lesson that is talked about, from 0. */
  readonly chosen: number;
  /** Those whose answers have been told. */
  readonly told: ReadonlySet<number>;
};

export const FIRST_TURN: LessonTurn = { chosen: 0, told: new Set() };

export const withTold = ({ chosen, told }: LessonTurn): LessonTurn => ({
  chosen,
  told: new Set([...told, chosen]),
});

/** One step on, of `lessons`: the answer of this one, then the next question. After the last nothing follows. */
export function turnOn(turn: LessonTurn, lessons: number): LessonTurn {
  if (!turn.told.has(turn.chosen)) return withTold(turn);
  return turn.chosen + 1 < lessons ? { ...turn, chosen: turn.chosen + 1 } : turn;
}

/** One step back: the question before, with its answer if that has been told. */
export const turnBack = (turn: LessonTurn): LessonTurn => ({
  ...turn,
  chosen: Math.max(0, turn.chosen - 1),
});

/** A lesson is chosen; the one that is chosen already is answered. */
export const turnTo = (turn: LessonTurn, lesson: number): LessonTurn =>
  lesson === turn.chosen ? withTold(turn) : { ...turn, chosen: lesson };
