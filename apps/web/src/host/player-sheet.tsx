import type { BoardPlayer } from '@ackade/game';
import { useId, useState } from 'preact/hooks';
import { m } from '../messages/host.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Sheet } from '../parts/sheet.tsx';
import type { BoardState } from '../race/board.ts';
import { useOrder } from './order.ts';
import { OrderButton } from './order-button.tsx';
import css from './player-sheet.module.css';
import { useChoice } from './use-choice.ts';

type Props = {
  readonly player: BoardPlayer;
  readonly board: BoardState;
  readonly onClose: () => void;
};

/** Times the usual time for a move. */
const PACES = [1, 1.5, 2, 3];

/** What the host may do for, or with, one player. */
export const PlayerSheet = ({ player, board, onClose }: Props) => (
  <Sheet title={player.name} closing={m.control_close()} onClose={onClose}>
    {(close) => (
      <>
        <Rename player={player} />
        <Pace player={player} timed={board.head.options.timed} />
        {board.head.next && <Partner player={player} board={board} />}
        <div class={css.away}>
          <OrderButton
            command={{ type: 'kick', player: player.id, ban: false }}
            asks={m.player_remove_asks({ name: player.name })}
            onDone={close}
          >
            {m.player_remove()}
          </OrderButton>
          <OrderButton
            command={{ type: 'kick', player: player.id, ban: true }}
            asks={m.player_ban_asks({ name: player.name })}
            onDone={close}
          >
            {m.player_ban()}
          </OrderButton>
        </div>
      </>
    )}
  </Sheet>
);

function Rename({ player }: Pick<Props, 'player'>) {
  const id = useId();
  const [name, setName] = useState(player.name);
  const { busy, problem, give } = useOrder();
  return (
    <form
      class={css.field}
      onSubmit={(e) => {
        e.preventDefault();
        void give({ type: 'rename', player: player.id, name });
      }}
    >
      <label for={id}>{m.player_name()}</label>
      <div>
        <input
          id={id}
          value={name}
          maxLength={40}
          autocomplete="off"
          aria-invalid={problem !== null}
          onInput={(e) => setName(e.currentTarget.value)}
        />
        <Button type="submit" disabled={busy || name.trim() === '' || name === player.name}>
          {m.player_rename()}
        </Button>
      </div>
      <Refused problem={problem} />
    </form>
  );
}

function Pace({ player, timed }: Pick<Props, 'player'> & { readonly timed: boolean }) {
  const note = useId();
  const { busy, problem, shown, choose } = useChoice(player.pace, (pace) => ({
    type: 'pace',
    player: player.id,
    pace,
  }));
  return (
    <fieldset class={css.pace} aria-busy={busy} aria-describedby={note}>
      <legend>{m.player_pace()}</legend>
      <div>
        {PACES.map((pace) => (
          <label key={pace}>
            <input
              type="radio"
              name="pace"
              checked={shown === pace}
              onChange={() => choose(pace)}
            />
            <span>{pace === 1 ? m.player_pace_usual() : m.player_pace_times({ pace })}</span>
          </label>
        ))}
      </div>
      <p id={note}>{timed ? m.player_pace_at_once() : m.player_pace_untimed()}</p>
      <Refused problem={problem} />
    </fieldset>
  );
}

/** Who plays with this player in the next round. */
function Partner({ player, board }: Pick<Props, 'player' | 'board'>) {
  const id = useId();
  const pair = board.head.planned.find((pair) => pair.includes(player.id));
  const partner = pair?.find((one) => one !== player.id) ?? '';
  const { busy, problem, shown, choose } = useChoice(partner, (other) => ({
    type: 'pair',
    a: player.id,
    b: other || null,
  }));
  const others = [...board.players.values()]
    .filter((p) => p.id !== player.id)
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <div class={css.field}>
      <label for={id}>{m.player_partner()}</label>
      <select
        id={id}
        value={shown}
        aria-busy={busy}
        onChange={(e) => choose(e.currentTarget.value)}
      >
        <option value="">{m.player_partner_none()}</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {other.name}
          </option>
        ))}
      </select>
      <Refused problem={problem} />
    </div>
  );
}

const Refused = ({ problem }: { readonly problem: ReturnType<typeof useOrder>['problem'] }) => (
  <p class={css.problem} role="alert">
    {problem && <ProblemText problem={problem} />}
  </p>
);
