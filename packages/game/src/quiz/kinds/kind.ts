import type { Moment } from '../moment.ts';
import type { Draft, Lots, QuestionKind } from '../question.ts';
import type { Captured } from '../sources/captured.ts';
import type { Play } from '../sources/play.ts';
import type { StatementCode } from '../sources/statement.ts';

/** What a question can be made of. */
export type Sources = {
  readonly play: Play;
  readonly vector: Moment;
  readonly statement: StatementCode;
  readonly capture: Captured;
};
export type SourceType = keyof Sources;

/** Makes a question of a source, or null where it has none of that kind. */
export type Ask<S> = (source: S, lots: Lots) => Draft | null;

export type Kind = {
  readonly kind: QuestionKind;
  /** Of every hundred questions of the default mix so many are of this kind. */
  readonly share: number;
  /** What it is made of; where of several, of each as often. */
  readonly sources: { readonly [T in SourceType]?: Ask<Sources[T]> };
};
