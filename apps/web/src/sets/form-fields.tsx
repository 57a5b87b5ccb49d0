import { ChoiceFields } from './choice-fields.tsx';
import type { FieldsProps } from './fields.tsx';
import { NumberFields } from './number-fields.tsx';
import { PairFields } from './pair-fields.tsx';
import { TextFields } from './text-fields.tsx';
import { TruthFields } from './truth-fields.tsx';

/** What is asked for, by the form of a question. */
export function FormFields({ question, onQuestion, problemOf }: FieldsProps) {
  switch (question.form) {
    case 'one':
    case 'many':
      return <ChoiceFields {...{ question, onQuestion, problemOf }} />;
    case 'truth':
      return <TruthFields {...{ question, onQuestion, problemOf }} />;
    case 'match':
      return <PairFields {...{ question, onQuestion, problemOf }} />;
    case 'text':
      return <TextFields {...{ question, onQuestion, problemOf }} />;
    case 'number':
      return <NumberFields {...{ question, onQuestion, problemOf }} />;
  }
}
