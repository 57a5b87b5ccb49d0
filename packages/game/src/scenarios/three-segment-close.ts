import type { Scenario } from '../scenario.ts';
import { close } from './close.ts';

export const threeSegmentClose: Scenario = {
  ...close,
  id: 'three-segment-close',
  family: 'endings',
  rfc: '§3.6, Figure 5 note 2',
  script: { ...close.script, server: [{ after: 'peer-closed', call: 'CLOSE' }] },
};
