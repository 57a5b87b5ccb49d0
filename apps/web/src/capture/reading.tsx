import { locale } from '../locale.ts';
import { m } from '../messages/judge.ts';
import { Button } from '../parts/button.tsx';
import css from './reading.module.css';

type Props = {
  readonly name: string;
  /** Octets. */
  readonly read: number;
  readonly total: number;
  readonly onCancel: () => void;
};

const megabytes = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const MB = (octets: number): string => megabytes.format(octets / 1e6);

/** How far the reading has come. */
export const Reading = ({ name, read, total, onCancel }: Props) => (
  <div class={css.page}>
    <h1>{m.judge_reading({ name })}</h1>
    <progress aria-label={m.judge_progress()} max={total} value={read} />
    <p>{m.judge_read({ read: MB(read), total: MB(total) })}</p>
    <Button onClick={onCancel}>{m.judge_cancel()}</Button>
  </div>
);
