import type { Progress } from '@ackade/game';
import { m } from '../messages/present.ts';
import { Robot } from './emblem-view.tsx';
import css from './pair-name.module.css';
import { nameAt, type Players, pairWords } from './pair-words.ts';

type Props = {
  readonly pair: Progress;
  readonly number: number;
  readonly players: Players;
  readonly hidden: boolean;
};

/** `Ada · Bo`, each in the colour of the end that is played; the client's comes first. */
export function PairName({ pair, number, players, hidden }: Props) {
  if (hidden) return <>{pairWords(pair, number, players, true)}</>;
  return (
    <span class={css.names}>
      <End pair={pair} end="client" players={players} /> <span class={css.and}>·</span>{' '}
      <End pair={pair} end="server" players={players} />
    </span>
  );
}

type EndProps = Pick<Props, 'pair' | 'players'> & { readonly end: 'client' | 'server' };

function End({ pair, end, players }: EndProps) {
  const name = nameAt(pair, end, players);
  return (
    <span class={css[end]}>
      {name ?? (
        <>
          <Robot />
          <span class="visually-hidden">{m.present_bot()}</span>
        </>
      )}
    </span>
  );
}
