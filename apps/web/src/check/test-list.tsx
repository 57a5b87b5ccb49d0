import { m } from '../messages/check.ts';
import { StateMark } from './mark.tsx';
import type { Results } from './results.ts';
import { HOLD } from './run.ts';
import css from './test-list.module.css';
import { found, stateWord, TESTS, type Test, testName, testPurpose } from './test-words.ts';

type Props = { readonly results: Results };

/** The tests, one under the other. */
export const TestList = ({ results }: Props) => (
  <section class={css.tests}>
    <h2>{m.check_tests()}</h2>
    <ol>
      {TESTS.map((test) => (
        <TestRow key={test} test={test} results={results} />
      ))}
    </ol>
  </section>
);

function TestRow({ test, results }: Props & { readonly test: Test }) {
  const { state } = results[test];
  const { hold } = results;
  return (
    <li class={css.test} data-testid={test} data-state={state}>
      <StateMark state={state} />
      <div>
        <h3>
          {testName(test)} <span class={css.state}>{stateWord(state)}</span>
        </h3>
        {test === 'hold' && hold.state === 'running' && (
          <progress aria-label={testName(test)} max={HOLD} value={hold.held} />
        )}
        <p class={css.found}>{found(test, results)}</p>
        <p class={css.purpose}>{testPurpose(test)}</p>
      </div>
    </li>
  );
}
