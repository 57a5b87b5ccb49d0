import { useStart } from '../match/use-start.ts';
import { m } from '../messages/learn.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { suggestName } from '../parts/suggest-name.ts';
import { rememberedName } from '../player.ts';
import { useScenarioWords } from '../words/scenario.ts';
import { rememberLesson } from './place.ts';
import css from './play-button.module.css';
import type { Step } from './step.ts';

/** Begins a match with the bot in the scenario of the step. */
export function PlayButton({ step: { id, scenario, play } }: { readonly step: Step }) {
  const { busy, problem, start } = useStart();
  const { name } = useScenarioWords(scenario);
  const begin = async (): Promise<void> => {
    const player = rememberedName() || suggestName();
    const code = await start({ scenario, ...play, mode: 'solo', name: player });
    if (code) rememberLesson(code, id);
  };
  return (
    <div class={css.play}>
      <Button disabled={busy} onClick={() => void begin()}>
        <span>
          {m.learn_play()}
          <small>{m.learn_play_text({ scenario: name })}</small>
        </span>
      </Button>
      {problem && (
        <p role="alert">
          <ProblemText problem={problem} />
        </p>
      )}
    </div>
  );
}
