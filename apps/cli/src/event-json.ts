/** Events in JSON: a segment that arrives, a user call or a timeout (RFC 9293 §3.10). */
import { TIMEOUTS } from '@ackade/tcp';
import { z } from 'zod';
import { exactly } from './schema.ts';
import { SegmentJson } from './segment-json.ts';

/** Octets of one call; as many as sequence numbers can tell apart. */
const Length = z.int().min(1).max(0x7fff_ffff).default(1);

const CallJson = z.discriminatedUnion('call', [
  exactly({ call: z.literal('OPEN'), mode: z.enum(['active', 'passive']).default('active') }),
  exactly({ call: z.literal('SEND'), len: Length, urgent: z.boolean().exactOptional() }),
  exactly({ call: z.literal('RECEIVE'), len: Length }),
  exactly({ call: z.enum(['CLOSE', 'ABORT', 'STATUS']) }),
]);

/** How an event is read, by the key that tells its kind. */
export const EVENTS = {
  segment: exactly({ segment: SegmentJson }),
  call: CallJson,
  timeout: exactly({ timeout: z.enum(TIMEOUTS) }),
} as const;
