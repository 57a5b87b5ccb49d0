import { addressIn } from '../check/address.ts';
import { demandsOf } from '../check/demands.ts';
import { ForAdmin, type Line } from '../check/for-admin.tsx';
import { TestList } from '../check/test-list.tsx';
import { found, stateWord, TESTS, testName } from '../check/test-words.ts';
import { useCheck } from '../check/use-check.ts';
import { verdictOn } from '../check/verdict.ts';
import { VerdictCard } from '../check/verdict-card.tsx';
import { TONES, verdictWords } from '../check/verdict-words.ts';
import { m } from '../messages/check.ts';
import { Button } from '../parts/button.tsx';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import { Shell } from '../parts/shell.tsx';
import css from './check.module.css';

/** `/check`: whether the game works on this network, and what the network has to allow. */
export function CheckPage() {
  const { results, again } = useCheck();
  const origin = useSharedOrigin();
  const address = addressIn(origin);
  const words = verdictWords(results, address);
  const findings = TESTS.map((test): Line => {
    const { state } = results[test];
    return [testName(test), found(test, results) || stateWord(state)];
  });
  return (
    <Shell title={m.check_title()}>
      <div class={css.page}>
        <header class={css.head}>
          <h1>{m.check_headline()}</h1>
          <p>{m.check_lead()}</p>
        </header>
        {origin !== location.origin && (
          <p class={css.loopback}>
            {m.check_loopback()} <strong>{origin}/check</strong>
          </p>
        )}
        <VerdictCard tone={TONES[verdictOn(results)]} words={words}>
          <Button onClick={again}>{m.check_again()}</Button>
        </VerdictCard>
        <div class={css.columns}>
          <TestList results={results} />
          <ForAdmin demands={demandsOf(address)} verdict={words} findings={findings} />
        </div>
      </div>
    </Shell>
  );
}
