import type { Sighting } from '@ackade/observer';
import { peerOf } from '@ackade/tcp';
import { m } from '../messages/judge.ts';
import type { Spoken } from '../words/notation.ts';
import { roleWords } from '../words/role.ts';
import { segmentWords } from '../words/segment.ts';
import { verdictWords } from './verdict-words.ts';

/** Seconds with the microseconds that captures have. */
export const timeText = (seconds: number): string => seconds.toFixed(6);

/** All that a row shows, as a screen reader says it. */
export const sightingWords = (sighting: Sighting, segment: Spoken): string =>
  m.judge_row({
    time: timeText(sighting.time),
    from: roleWords(sighting.from),
    to: roleWords(peerOf(sighting.from)),
    segment: segmentWords(segment, 'numbers'),
    verdict: verdictWords(sighting.verdict),
    client: sighting.client,
    server: sighting.server,
  });
