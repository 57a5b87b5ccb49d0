import { useRef } from 'preact/hooks';
import { m } from '../messages/check.ts';
import { m as pages } from '../messages/pages.ts';
import { Button } from '../parts/button.tsx';
import { useCopy } from '../parts/use-copy.ts';
import css from './for-admin.module.css';

export type Line = readonly [what: string, text: string];

type Props = {
  readonly demands: readonly Line[];
  readonly verdict: string;
  /** What each test on this device has found. */
  readonly findings: readonly Line[];
};

/** What to hand to whoever runs the network: to read, and to copy as text. */
export function ForAdmin({ demands, verdict, findings }: Props) {
  const list = useRef<HTMLDListElement>(null);
  const { copied, copy } = useCopy();
  const written = (lines: readonly Line[]): readonly string[] =>
    lines.map(([what, text]) => m.admin_line({ what, text }));
  const letter = [m.admin_lead(), ...written(demands), '', verdict, ...written(findings)];
  const select = (): void => {
    if (list.current) getSelection()?.selectAllChildren(list.current);
  };
  return (
    <section class={css.admin}>
      <h2>{m.admin_title()}</h2>
      <p>{m.admin_lead()}</p>
      <dl ref={list}>
        {demands.map(([what, text]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Button kind="primary" onClick={() => copy(letter.join('\n'), select)}>
        {copied ? pages.waiting_copied() : pages.waiting_copy()}
      </Button>
      <p class="visually-hidden" role="status">
        {copied ? pages.waiting_copied() : ''}
      </p>
    </section>
  );
}
