import { FINDINGS, type Reason, type Sighting } from '@ackade/observer';
import { ACK, CONTROL_MASK, has } from '@ackade/tcp';
import type { Captured } from './captures.ts';
import { controlNames } from './control.ts';
import type { Output } from './output.ts';
import { WHY } from './words.ts';

/**
 * Prints what was found in a capture as one line of JSON: piece by piece, for the verdicts on a large
 * capture are longer than a string may be.
 */
export const jsonReport =
  (out: Output) =>
  async ({ file, conversations, skipped }: Captured, violations: number): Promise<void> => {
    await out.print(`{"file":${JSON.stringify(file)},"conversations":[`);
    for (const [n, { client, server, interface: on, end, segments }] of conversations.entries()) {
      const view = on === null ? {} : { interface: on };
      const head = JSON.stringify({ client, server, ...view, end }).slice(0, -1);
      await out.print(`${n > 0 ? ',' : ''}${head},"segments":[`);
      for (let i = 0; i < segments.length; i++) {
        const full = out.print(i > 0 ? `,${jsonOf(segments.at(i))}` : jsonOf(segments.at(i)));
        if (full) await full;
      }
      await out.print(']}');
    }
    await out.print(`],"skipped":${JSON.stringify(skipped)},"violations":${violations}}\n`);
  };

/** Put together by hand, for there may be millions: all but the numbers are a few fixed pieces. */
function jsonOf({ frame, from, segment: s, reason, client, server }: Sighting): string {
  const ack = has(s, ACK) ? `,"ack":${s.ack}` : '';
  return `{"n":${frame},"from":"${from}","ctl":${CONTROLS[s.ctl]},"seq":${s.seq}${ack},"len":${s.len},${SAYINGS.get(reason)},"client":"${client}","server":"${server}"}`;
}

const CONTROLS = Array.from({ length: CONTROL_MASK + 1 }, (_, ctl) =>
  JSON.stringify(controlNames(ctl)),
);

const SAYINGS: ReadonlyMap<Reason, string> = new Map(
  FINDINGS.map(({ verdict, rule, reason }) => [
    reason,
    JSON.stringify({ verdict, rule, reason, why: WHY[reason] }).slice(1, -1),
  ]),
);
