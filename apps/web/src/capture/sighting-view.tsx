import type { Sighting } from '@ackade/observer';
import { ENDPOINTS, type Endpoint, type State } from '@ackade/tcp';
import { ArrowView } from '../ladder/arrow-view.tsx';
import ladder from '../ladder/ladder.module.css';
import { fitted, measure } from '../ladder/pill.ts';
import type { Spoken } from '../words/notation.ts';
import { arrowOf, GLYPH, type Place, type RowFrame } from './row-frame.ts';
import css from './sighting-view.module.css';
import { timeText } from './sighting-words.ts';
import { VerdictGlyph, verdictClass } from './verdict-mark.tsx';
import { verdictWords } from './verdict-words.ts';

type Props = {
  readonly sighting: Sighting;
  /** The one before it; undefined where there is none. */
  readonly before: Sighting | undefined;
  /** Its segment, as it is to be written. */
  readonly segment: Spoken;
  readonly frame: RowFrame;
};

/** One rung of the ladder: a segment between the lifelines, the states that both ends are in then, and its verdict. */
export const SightingView = ({ sighting, before, segment, frame }: Props) => {
  const { width, height, font, time } = frame;
  return (
    <svg
      class={`${ladder.ladder} ${css.strip}`}
      data-verdict={sighting.verdict}
      aria-hidden="true"
      style={`--unit:${font / 13}px`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-size={font}
    >
      {ENDPOINTS.map((end) => (
        <Lifeline
          key={end}
          end={end}
          state={sighting[end]}
          fresh={before?.[end] !== sighting[end]}
          frame={frame}
        />
      ))}
      <ArrowView
        arrow={arrowOf(segment, sighting.from, frame)}
        font={font}
        fresh={false}
        paint={undefined}
      />
      <text class={css.time} x={time.x} y={time.y} dy="0.35em">
        {fitted(timeText(sighting.time), time.room / font)}
      </text>
      <VerdictLabel verdict={sighting.verdict} place={frame.verdict} font={font} />
    </svg>
  );
};

type LifelineProps = {
  readonly end: Endpoint;
  readonly state: State;
  /** It was another one before. */
  readonly fresh: boolean;
  readonly frame: RowFrame;
};

const Lifeline = ({ end, state, fresh, frame }: LifelineProps) => {
  const { x, y, anchor } = frame.state[end];
  const idle = state === 'CLOSED' || state === 'LISTEN';
  return (
    <g class={ladder[end]}>
      <path
        class={`${ladder.lifeline} ${idle ? css.idle : ''}`}
        d={`M${frame.lifeline[end]} 0V${frame.height}`}
      />
      <text
        class={`${css.state} ${fresh ? css.fresh : ''}`}
        x={x}
        y={y}
        dy="0.35em"
        text-anchor={anchor}
      >
        {state}
      </text>
    </g>
  );
};

type VerdictProps = {
  readonly verdict: Sighting['verdict'];
  readonly place: Place;
  readonly font: number;
};

const VerdictLabel = ({ verdict, place, font }: VerdictProps) => {
  const word = fitted(verdictWords(verdict), place.room / font - GLYPH);
  const taken = (measure(word) + GLYPH) * font;
  const x = place.anchor === 'start' ? place.x : place.x - taken;
  return (
    <g class={verdictClass(verdict)} transform={`translate(${x} ${place.y})`}>
      <g transform={`translate(${font / 2} 0)`}>
        <VerdictGlyph verdict={verdict} size={font * 0.9} />
      </g>
      <text class={css.verdict} x={GLYPH * font} dy="0.35em">
        {word}
      </text>
    </g>
  );
};
