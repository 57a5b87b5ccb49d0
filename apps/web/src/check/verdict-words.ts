import { m } from '../messages/check.ts';
import type { Address } from './address.ts';
import type { Results } from './results.ts';
import { seconds } from './time-words.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** How good the news is. */
export type Tone = 'open' | 'good' | 'mixed' | 'bad';

export const TONES: Readonly<Record<Verdict, Tone>> = {
  testing: 'open',
  'fine-so-far': 'good',
  fine: 'good',
  slower: 'mixed',
  cut: 'mixed',
  'no-fallback': 'mixed',
  unsteady: 'mixed',
  busy: 'mixed',
  'no-live': 'bad',
  foreign: 'bad',
  unreachable: 'bad',
};

/** What an instructor has to know, and to ask for, in a sentence. */
export function verdictWords(results: Results, { host, port, secure }: Address): string {
  const where = { host, port: String(port), http: secure ? 'HTTPS' : 'HTTP' };
  switch (verdictOn(results)) {
    case 'testing':
      return m.verdict_testing();
    case 'fine-so-far':
      return m.verdict_fine_so_far();
    case 'fine':
      return m.verdict_fine();
    case 'slower':
      return m.verdict_slower(where);
    case 'cut': {
      const held = results.hold.state === 'trouble' ? results.hold.held : 0;
      return m.verdict_cut({ ...where, seconds: seconds(held) });
    }
    case 'no-fallback':
      return m.verdict_no_fallback(where);
    case 'unsteady':
      return m.verdict_unsteady();
    case 'busy':
      return m.verdict_busy();
    case 'no-live':
      return m.verdict_no_live(where);
    case 'foreign':
      return m.verdict_foreign(where);
    case 'unreachable':
      return m.verdict_unreachable(where);
  }
}
