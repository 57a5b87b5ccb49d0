import { REFUSALS, type RefusalCode, refusal } from '@ackade/contract';
import type { FastifyReply } from 'fastify';

/** Sends the value, or the refusal with its own status. */
export function send<T extends object>(
  reply: FastifyReply,
  status: number,
  value: T | RefusalCode,
): FastifyReply {
  if (typeof value !== 'string') return reply.code(status).send(value);
  return reply.code(REFUSALS[value][0]).send(refusal(value));
}
