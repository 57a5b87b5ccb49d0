import type { View } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { m } from '../messages/extras.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { useScenarioWords } from '../words/scenario.ts';
import css from './banner.module.css';
import { type Absence, type FarNews, farNews } from './far-news.ts';
import type { Live } from './live.ts';
import { bareRole, farOf, namesOf, playsBoth } from './role.ts';

type Props = { readonly view: View; readonly live: Live };

type Told = { readonly absence: Absence; readonly news: FarNews };

/** What has become of the players at either end. */
export const Banner = ({ view, live }: Props) => (
  <>
    {view.handedOver && <HandedOver view={view} />}
    <FarEnd view={view} live={live} />
  </>
);

/** For who comes to a match that the bot has played for him so far: what he finds, and what for. */
function HandedOver({ view: { you, scenario } }: Pick<Props, 'view'>) {
  const { goal } = useScenarioWords(scenario);
  return (
    <p class={css.banner}>
      <span>
        <strong>{m.banner_handed_over({ role: bareRole(you) })}</strong> {goal[you]}
      </span>
    </p>
  );
}

/** The partner is away, or about to take over from the bot. Said as well as shown, and so is the arrival. */
function FarEnd({ view, live }: Props) {
  const far = farOf(view);
  const seat = playsBoth(view) ? null : view.seats[far];
  const name = namesOf(view)[far];
  const [{ absence, news }, tell] = useState<Told>({ absence: null, news: null });
  useEffect(() => tell((before) => farNews(before.absence, seat)), [seat?.bot, seat?.present]);

  if (seat?.present === false)
    return (
      <div class={css.banner}>
        <p>
          <strong>
            {absence === 'nobody' ? m.banner_coming({ name }) : m.banner_left({ name })}
          </strong>{' '}
          {view.race ? m.banner_frozen_race() : m.banner_frozen()}{' '}
          {view.race && absence !== 'nobody' && m.banner_bot_soon()}
        </p>
        {!view.race && <CallBot live={live} />}
      </div>
    );
  return (
    news && (
      <p class="visually-hidden">
        {news === 'back' ? m.banner_back({ name }) : m.banner_joined({ name })}
      </p>
    )
  );
}

function CallBot({ live }: { readonly live: Live }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <>
      <Button kind="plain" onClick={() => void live.callBot().then(setProblem)}>
        {m.banner_call_bot()}
      </Button>
      {problem && <ProblemText problem={problem} />}
    </>
  );
}
