import type { Scenario } from '../scenario.ts';
import { conversation } from './conversation.ts';

/** Both ends run over 2^32 in the middle of their data. */
export const wrap: Scenario = {
  ...conversation,
  id: 'wrap',
  family: 'limits',
  rfc: '§3.4',
  skills: ['numbers', 'data'],
  levels: ['numbers', 'full'],
  iss: { client: 0xffff_fffc, server: 0xffff_fffb },
};
