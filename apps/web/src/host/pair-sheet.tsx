import type { BoardHead, Lane, Progress } from '@ackade/game';
import { useContext, useEffect } from 'preact/hooks';
import { Ladder } from '../ladder/ladder.tsx';
import { m } from '../messages/host.ts';
import { Sheet } from '../parts/sheet.tsx';
import { misconceptionTitle } from '../words/mistake.ts';
import { HostLink } from './order.ts';
import { OrderButton } from './order-button.tsx';
import css from './pair-sheet.module.css';

type Props = {
  readonly pair: Progress;
  readonly names: { readonly client: string; readonly server: string };
  readonly lane: Lane | null;
  readonly head: BoardHead;
  readonly onClose: () => void;
};

/** The ladder of one pair as it grows, and the way onto the projector. */
export function PairSheet({ pair, names, lane, head, onClose }: Props) {
  const link = useContext(HostLink);
  const { match, stuck } = pair;
  useEffect(() => {
    void link?.watch(match);
    return () => void link?.watch(null);
  }, [link, match]);
  const rows = lane?.match === match ? lane.rows : null;
  const lit = head.spotlight === match;
  return (
    <Sheet title={m.pair_title(names)} closing={m.control_close()} onClose={onClose}>
      {() => (
        <>
          <OrderButton command={{ type: 'spotlight', match: lit ? null : match }} pressed={lit}>
            {m.pair_spotlight()}
          </OrderButton>
          <p class={css.note}>{m.pair_spotlight_note()}</p>
          {stuck !== null && <p class={css.stuck}>{misconceptionTitle(stuck)}</p>}
          <div class={css.ladder}>
            {rows === null ? (
              <p role="status">{m.control_opening()}</p>
            ) : (
              <Ladder
                rows={rows}
                you={null}
                level={head.leg?.level ?? 'flags'}
                turns={[]}
                names={names}
                compact
              />
            )}
          </div>
        </>
      )}
    </Sheet>
  );
}
