import type { Scenario } from '../scenario.ts';

const WORDS = 'Never mind.';

export const abort: Scenario = {
  id: 'abort',
  family: 'endings',
  rfc: '§3.10.5',
  start: 'established',
  script: {
    client: [
      { after: 'start', call: 'SEND', text: WORDS },
      { after: 'start', wait: 300, call: 'ABORT' },
    ],
    server: [],
  },
  link: [],
  skills: ['data', 'reset'],
  levels: ['flags', 'numbers', 'full'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
};
