import type { ComponentType } from 'preact';
import { ChoiceForm } from './choice-form.tsx';
import { EntryForm } from './entry-form.tsx';
import type { FormProps } from './form.ts';
import { MatchForm } from './match-form.tsx';
import { OrderForm } from './order-form.tsx';

const FORMS: Readonly<Record<FormProps['posed']['form'], ComponentType<FormProps>>> = {
  one: ChoiceForm,
  many: ChoiceForm,
  order: OrderForm,
  match: MatchForm,
  text: EntryForm,
  number: EntryForm,
};

/** The controls with which a question is answered, and afterwards what was right. */
export function AnswerForm(props: FormProps) {
  const Form = FORMS[props.posed.form];
  return <Form {...props} />;
}
