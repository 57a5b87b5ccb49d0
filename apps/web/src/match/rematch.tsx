import type { View } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Problem } from '../api.ts';
import { m } from '../messages/pages.ts';
import { Button } from '../parts/button.tsx';
import { problemWords } from '../parts/problem.ts';
import type { Live } from './live.ts';
import css from './rematch.module.css';
import { farOf, namesOf, playsBoth } from './role.ts';
import { deviceSeat, rememberSeat, swapped, tabSeat } from './seat.ts';

type Props = { readonly code: string; readonly view: View; readonly live: Live };

/** Once more at swapped ends: when both have asked, both are taken there. */
export function Rematch({ code, view, live }: Props) {
  const { route } = useLocation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const far = farOf(view);
  const partner = view.seats[far];
  const asked = view.seats[view.you]?.wantsRematch === true;
  const { next } = view;

  useEffect(() => {
    const seat = tabSeat(code) ?? deviceSeat(code);
    if (!next || !seat) return;
    rememberSeat(next, swapped(seat));
    route(`/m/${next}`);
  }, [next]);

  const name = namesOf(view)[far];
  const wanted = partner?.wantsRematch === true && !partner.bot;
  const alone = playsBoth(view);
  const status =
    asked && !alone
      ? m.result_rematch_waiting({ name })
      : wanted && !alone
        ? m.result_rematch_wanted({ name })
        : partner && !partner.present
          ? m.result_partner_left({ name })
          : '';
  return (
    <span class={css.rematch}>
      <Button
        kind="primary"
        disabled={asked || partner === null}
        onClick={() => void live.rematch().then(setProblem)}
      >
        {alone ? m.result_again() : m.result_rematch()}
      </Button>
      <span role="status">{problem ? problemWords(problem) : status}</span>
    </span>
  );
}
