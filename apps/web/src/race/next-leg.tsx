import type { RaceView } from '@ackade/game';
import { levelWords } from '../match/level.ts';
import { m } from '../messages/race.ts';
import { useScenarioWords } from '../words/scenario.ts';
import css from './next-leg.module.css';

type Leg = NonNullable<RaceView['next']>;

/** What is played next; after the last round, that the podium follows. */
export const NextLeg = ({ leg }: { readonly leg: Leg | null }) => (
  <section class={css.next}>
    <h2>{m.race_next()}</h2>
    {leg ? <Told leg={leg} /> : <p>{m.race_next_podium()}</p>}
  </section>
);

function Told({ leg }: { readonly leg: Leg }) {
  // Known by the time the round begins.
  const { name, brief } = useScenarioWords(leg.scenario);
  return (
    <>
      <p>
        <strong>{name}</strong> · {levelWords(leg.level).name}
      </p>
      <p>{brief}</p>
    </>
  );
}
