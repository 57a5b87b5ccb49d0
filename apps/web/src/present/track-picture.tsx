import { Component } from 'preact';
import { ArrowView } from '../ladder/arrow-view.tsx';
import ladder from '../ladder/ladder.module.css';
import { Lifelines } from '../ladder/lifelines.tsx';
import { m } from '../messages/present.ts';
import type { Size, Track } from './track.ts';

type Props = { readonly track: Track; readonly board: Size };

/** The ladder itself. It stands still while the pairs move, so it is drawn once. */
export class TrackPicture extends Component<Props> {
  override shouldComponentUpdate({ track, board }: Props): boolean {
    return track !== this.props.track || board !== this.props.board;
  }

  override render({ track: { geometry, scale, x }, board }: Props) {
    const { font, shapes, lifeline } = geometry;
    const arrows = (layer: 'line' | 'pill') =>
      shapes.map(
        (s) =>
          s.shape === 'arrow' && (
            <ArrowView
              key={s.row}
              arrow={s}
              font={font}
              fresh={false}
              paint={undefined}
              layer={layer}
            />
          ),
      );
    return (
      <div class={ladder.ladder} role="img" aria-label={m.present_track()}>
        <svg
          aria-hidden="true"
          width={board.width}
          height={board.height}
          style={{ '--unit': `${font / 13}px` }}
        >
          <g transform={`scale(${scale}) translate(${x} 0)`}>
            <Lifelines
              geometry={geometry}
              you={null}
              names={{ client: m.present_client(), server: m.present_server() }}
            />
            {arrows('line')}
            {shapes.map(
              (s) =>
                s.shape === 'pause' && (
                  <g key={s.y} class={ladder.pause}>
                    <text
                      x={(lifeline.client + lifeline.server) / 2}
                      y={s.y}
                      dy="0.35em"
                      font-size={font}
                    >
                      ⋮ {s.text}
                    </text>
                  </g>
                ),
            )}
            {arrows('pill')}
          </g>
        </svg>
      </div>
    );
  }
}
