import type { Scenario } from '../scenario.ts';
import { close } from './close.ts';

export const closeByServer: Scenario = {
  ...close,
  id: 'close-by-server',
  family: 'endings',
  script: { client: close.script.server, server: close.script.client },
};
