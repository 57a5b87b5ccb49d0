/** Which steps are done: kept by this browser, so that nothing is lost offline, and by the server, once it can be reached. */
import { useEffect, useState } from 'preact/hooks';
import { device } from '../storage.ts';
import { learnStep, studyState } from '../study/study-api.ts';

const listed = (key: string): readonly string[] =>
  (device.get(key) ?? '').split(' ').filter(Boolean);
const keep = (key: string, steps: Iterable<string>): void =>
  device.set(key, [...new Set(steps)].join(' '));

/** Known to this browser. */
const LEARNED = 'learned';
/** Not known to have reached the server. */
const UNSENT = 'learned.unsent';

/** The steps that are done, and how to say of one that it is. */
export function useLearned(): readonly [ReadonlySet<string>, (step: string) => void] {
  const [learned, setLearned] = useState<ReadonlySet<string>>(() => new Set(listed(LEARNED)));
  const refresh = (): void => setLearned(new Set(listed(LEARNED)));
  useEffect(() => {
    const sync = (): void => void sendUnsent().then(fetchLearned).then(refresh);
    sync();
    addEventListener('online', sync);
    return () => removeEventListener('online', sync);
  }, []);
  const learn = (step: string): void => {
    if (listed(LEARNED).includes(step)) return;
    keep(LEARNED, [...listed(LEARNED), step]);
    keep(UNSENT, [...listed(UNSENT), step]);
    refresh();
    void sendUnsent();
  };
  return [learned, learn];
}

async function sendUnsent(): Promise<void> {
  for (const step of listed(UNSENT)) {
    if (!(await learnStep(step)).ok) return;
    keep(
      UNSENT,
      listed(UNSENT).filter((other) => other !== step),
    );
  }
}

async function fetchLearned(): Promise<void> {
  const state = await studyState();
  if (state.ok) keep(LEARNED, [...listed(LEARNED), ...state.value.learned]);
}
