import css from './mark.module.css';
import type { State } from './test-words.ts';
import type { Tone } from './verdict-words.ts';

/** Every state has a shape of its own as well as a colour and a word. Drawn around the origin, 12 units high. */
const SHAPES = {
  waiting: 'M-4 0H-3.9M0 0H.1M4 0H4.1',
  running: 'M0-5A5 5 0 1 1-5 0',
  ok: 'M-5 .5-1.5 4.5 5-4.5',
  mixed: 'M0-5V1M0 4.8V5',
  trouble: 'M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5',
  skipped: 'M-5 0H5',
} as const satisfies Record<State | 'mixed', string>;

type Sign = keyof typeof SHAPES;

const OF_TONE: Readonly<Record<Tone, Sign>> = {
  open: 'running',
  good: 'ok',
  mixed: 'mixed',
  bad: 'trouble',
};

export const StateMark = ({ state }: { readonly state: State }) => <Mark sign={state} />;
export const ToneMark = ({ tone }: { readonly tone: Tone }) => <Mark sign={OF_TONE[tone]} />;

const Mark = ({ sign }: { readonly sign: Sign }) => (
  <svg
    class={`${css.mark} ${css[sign]}`}
    viewBox="-7 -7 14 14"
    width="1em"
    height="1em"
    aria-hidden="true"
  >
    <path d={SHAPES[sign]} />
  </svg>
);
