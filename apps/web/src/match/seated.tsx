import { lazy } from 'preact-iso';
import { Phase } from './phase.tsx';
import type { StoredSeat } from './seat.ts';
import { useLive } from './use-live.ts';

const BothEnds = lazy(() => import('./both-ends.tsx').then((part) => part.BothEnds));

type Props = { readonly code: string; readonly seat: StoredSeat };

/** A match seen from a seat, or from both. */
export const Seated = ({ code, seat }: Props) =>
  seat.other ? (
    <BothEnds code={code} seats={[seat, seat.other]} />
  ) : (
    <OneEnd code={code} token={seat.token} />
  );

const OneEnd = ({ code, token }: { readonly code: string; readonly token: string }) => (
  <Phase code={code} end={useLive(code, token)} />
);
