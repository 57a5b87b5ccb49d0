import type { Verdict } from '@ackade/game';
import type { Problem } from '../api.ts';
import { m } from '../messages/play.ts';
import { Button } from '../parts/button.tsx';

/** Where the words of the verdicts could not be loaded: right or wrong, and how to get the rest. */
export const PlainVerdict = ({ verdict }: { readonly verdict: Verdict | Problem }) => (
  <p>
    <strong>
      {typeof verdict === 'object' && verdict.right ? m.play_right() : m.play_wrong()}
    </strong>{' '}
    <Button kind="quiet" onClick={() => location.reload()}>
      {m.play_why()}
    </Button>
  </p>
);
