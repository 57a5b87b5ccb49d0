import type { RowView } from '@ackade/game';
import { Component } from 'preact';
import { ArrowView } from '../ladder/arrow-view.tsx';
import ladder from '../ladder/ladder.module.css';
import { Lifelines } from '../ladder/lifelines.tsx';
import { Pill } from '../ladder/pill-view.tsx';
import { m } from '../messages/present.ts';
import type { Size, Track, VeiledRung } from './track.ts';
import css from './track-picture.module.css';

type Props = { readonly track: Track; readonly board: Size };

/** The ladder itself. It stands still while the pairs move, so it is drawn only when more of it is told. */
export class TrackPicture extends Component<Props> {
  /** The rows that were drawn before: what is new travels. */
  private drawn: ReadonlySet<string> | null = null;

  override shouldComponentUpdate({ track, board }: Props): boolean {
    return track !== this.props.track || board !== this.props.board;
  }

  override componentDidMount(): void {
    this.drawn = new Set(this.props.track.told.map(nameOf));
  }

  override componentDidUpdate(): void {
    this.componentDidMount();
  }

  override render({ track: { told, geometry, veiled }, board }: Props) {
    const { font, shapes, lifeline } = geometry;
    const { drawn } = this;
    const middle = (lifeline.client + lifeline.server) / 2;
    const arrows = (layer: 'line' | 'pill') =>
      shapes.map((s) => {
        const row = told[s.row];
        if (s.shape !== 'arrow' || !row) return null;
        const name = nameOf(row);
        const fresh = drawn !== null && !drawn.has(name);
        return (
          <ArrowView
            key={name}
            arrow={s}
            font={font}
            fresh={fresh}
            paint={undefined}
            layer={layer}
          />
        );
      });
    return (
      <div class={ladder.ladder}>
        <svg
          aria-hidden="true"
          width={board.width}
          height={board.height}
          style={{ '--unit': `${font / 13}px` }}
        >
          <Lifelines
            geometry={geometry}
            you={null}
            names={{ client: m.present_client(), server: m.present_server() }}
          />
          {veiled.map((rung) => (
            <Veiled key={rung.number} rung={rung} from={lifeline.client} to={lifeline.server} />
          ))}
          {arrows('line')}
          {shapes.map(
            (s) =>
              s.shape === 'pause' && (
                <g key={s.y} class={ladder.pause}>
                  <text x={middle} y={s.y} dy="0.35em" font-size={font}>
                    {s.text}
                  </text>
                </g>
              ),
          )}
          {arrows('pill')}
        </svg>
      </div>
    );
  }
}

/** What tells one row from all others, however many come to stand before it. */
const nameOf = (row: RowView): string =>
  row.kind === 'segment'
    ? `${row.time} ${row.from} ${row.copy} ${row.stray}`
    : `${row.time} ${row.at} ${row.kind}`;

type VeiledProps = { readonly rung: VeiledRung; readonly from: number; readonly to: number };

/** A level step: it has no direction yet. */
const Veiled = ({ rung: { y, pill }, from, to }: VeiledProps) => (
  <g class={css.veiled}>
    <path d={`M${from} ${y}H${to}`} />
    <g transform={`translate(${(from + to) / 2} ${y})`}>
      <Pill pill={pill} />
    </g>
  </g>
);
