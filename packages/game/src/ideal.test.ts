import { controlText, type Endpoint, PSH, peerOf } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { capture, read } from '../../tcp/test/capture-file.ts';
import { IDEALS, type Ideal, type Recorded } from '../test/ideals.ts';
import { idealMove, ladder, playOn } from '../test/play.ts';
import { seated } from '../test/simulate.ts';
import { SCENARIOS, type Scenario } from './index.ts';

/** `client SYN`, `server ACK+` with data: what a segment is apart from its numbers. */
const shape = (from: Endpoint, ctl: number, len: number): string =>
  `${from} ${controlText(ctl & ~PSH)}${len > 0 ? '+' : ''}`;

/** The recorded frames in the same words; whoever sent the first frame of the file is the client. */
function recorded({ file, frames: [first, last] }: Recorded): string[] {
  const packets = read(capture(file)).frames.flatMap(({ tcp }) =>
    typeof tcp === 'string' ? [] : [tcp],
  );
  const opener = packets[0]?.sourcePort;
  return packets.slice(first - 1, last).map(({ sourcePort, segment }) => {
    const from = sourcePort === opener ? 'client' : 'server';
    return shape(from, segment.ctl, segment.len);
  });
}

function idealOf({ id }: Scenario): Ideal {
  const ideal = IDEALS[id];
  if (!ideal) throw new Error(`no ideal play is written down for ${id}`);
  return ideal;
}

const EVERY = SCENARIOS.map((s): [Scenario, Ideal] => [s, idealOf(s)]);

describe.each(EVERY)('the ideal play of $id', ({ id, ends }, ideal) => {
  const played = () => {
    const { match } = playOn(seated(id, 'full'), idealMove);
    return match.world;
  };

  it(`is ${ideal.figure ?? 'what the RFC makes of it'}`, () => {
    const world = played();
    expect(ladder(world, ideal.shownAs)).toEqual(ideal.lines);
    const { client, server } = world.ends;
    expect({ client: client.tcb.state, server: server.tcb.state }).toEqual(ends);
  });

  const { kernel } = ideal;
  if (kernel)
    it(`is what Linux did in ${kernel.file}, but for ${kernel.differs.length} frames`, () => {
      const ours = played()
        .rows.flatMap((row) =>
          row.at === kernel.at && (row.kind === 'sent' || row.kind === 'arrived') ? [row] : [],
        )
        .map(({ kind, at, segment: { ctl, len } }) =>
          shape(kind === 'sent' ? at : peerOf(at), ctl, len),
        );
      const like = kernel.differs.reduce(
        (lines, { at, ours: left, theirs }) => lines.toSpliced(at - 1, left, ...theirs),
        ours.slice(0, kernel.lines),
      );
      expect(like).toEqual(recorded(kernel));
    });
});
