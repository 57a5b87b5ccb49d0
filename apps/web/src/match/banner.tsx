import type { View } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { m } from '../messages/play.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import css from './banner.module.css';
import type { Live } from './live.ts';
import { farOf, namesOf, playsBoth } from './role.ts';

type Props = { readonly view: View; readonly connected: boolean; readonly live: Live };

/** Somebody is away: the partner, or oneself. Said as well as shown, and so is the return. */
export function Banner({ view, connected, live }: Props) {
  const far = farOf(view);
  const name = namesOf(view)[far];
  const away = view.seats[far]?.present === false && !playsBoth(view);
  const wasAway = useRef(false);
  useEffect(() => {
    wasAway.current ||= away;
  }, [away]);
  return (
    <div role="status">
      {!connected && <p class={css.banner}>{m.play_reconnecting()}</p>}
      {connected && away && (
        <div class={css.banner}>
          <p>
            <strong>{m.play_left({ name })}</strong> {m.play_frozen()}{' '}
            {view.race && m.play_bot_soon()}
          </p>
          {!view.race && <CallBot live={live} />}
        </div>
      )}
      {connected && !away && wasAway.current && !view.seats[far]?.bot && (
        <p class="visually-hidden">{m.play_back({ name })}</p>
      )}
    </div>
  );
}

function CallBot({ live }: { readonly live: Live }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <>
      <Button kind="plain" onClick={() => void live.callBot().then(setProblem)}>
        {m.play_call_bot()}
      </Button>
      {problem && <ProblemText problem={problem} />}
    </>
  );
}
