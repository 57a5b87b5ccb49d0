/** The lesson, step by step: first as it is always told, then what that leaves out. */
import { ACK, FIN, RST, SYN } from '@ackade/tcp';
import { COMPOSE, pick, SAY, type Step, WAIT } from './step.ts';

const silent = { silent: true } as const;

const greeting: Step = {
  id: 'greeting',
  scenario: 'handshake',
  level: 'flags',
  states: false,
  merged: false,
  beats: [SAY, pick({ ctl: ACK }, { ctl: RST | ACK }), pick(silent, { ctl: SYN })],
  play: { level: 'flags', seat: 'client' },
};

const handshake: Step = {
  ...greeting,
  id: 'handshake',
  states: true,
  beats: [COMPOSE, COMPOSE, COMPOSE],
  play: { level: 'flags', seat: 'server' },
};

const farewell: Step = {
  id: 'farewell',
  scenario: 'close',
  level: 'flags',
  states: false,
  merged: false,
  beats: [
    SAY,
    pick({ ctl: FIN | ACK }, { ctl: RST | ACK }),
    pick({ ctl: ACK }, silent),
    pick(silent, { ctl: FIN | ACK }),
  ],
  play: { level: 'flags', seat: 'client' },
};

const close: Step = {
  ...farewell,
  id: 'close',
  states: true,
  beats: [COMPOSE, COMPOSE, COMPOSE, COMPOSE, WAIT],
  play: { level: 'flags', seat: 'server' },
};

const numbers: Step = {
  id: 'numbers',
  scenario: 'conversation',
  level: 'numbers',
  states: false,
  merged: false,
  beats: [
    SAY,
    pick({ ack: -1 }, { ack: 1 }),
    SAY,
    SAY,
    pick({ ack: -1 }, { ack: 1 }, { ack: -4 }),
    SAY,
    SAY,
    SAY,
    pick({ ack: -1 }, { ack: 1 }),
    SAY,
    pick({ ack: -1 }, silent),
  ],
  play: { level: 'numbers', seat: 'client' },
};

const finCarriesAck: Step = {
  ...close,
  id: 'fin-carries-ack',
  level: 'numbers',
  beats: [COMPOSE, SAY, COMPOSE, SAY],
  play: { level: 'numbers', seat: 'server' },
};

const merged: Step = {
  ...finCarriesAck,
  id: 'merged',
  scenario: 'three-segment-close',
  merged: true,
  beats: [SAY, pick({ ctl: FIN }, { ctl: RST | ACK }), COMPOSE],
  play: { level: 'numbers', seat: 'server' },
};

const halfClose: Step = {
  ...finCarriesAck,
  id: 'half-close',
  scenario: 'half-close',
  beats: [
    SAY,
    SAY,
    pick({ ctl: RST | ACK, bare: true }, silent),
    pick({ ctl: RST }, silent),
    SAY,
    SAY,
  ],
  play: { level: 'numbers', seat: 'server' },
};

const eitherSide: Step = {
  ...finCarriesAck,
  id: 'either-side',
  scenario: 'close-by-server',
  beats: [COMPOSE, COMPOSE, SAY, pick({ ctl: FIN | ACK }, silent)],
  play: { level: 'numbers', seat: 'server' },
};

const timeWait: Step = {
  ...finCarriesAck,
  id: 'time-wait',
  scenario: 'lost-last-ack',
  beats: [SAY, SAY, SAY, SAY, WAIT, pick({ ctl: SYN }, silent), pick(silent, { ctl: RST }), WAIT],
  play: { level: 'numbers', seat: 'client' },
};

const loss: Step = {
  ...handshake,
  id: 'loss',
  scenario: 'lost-syn-ack',
  level: 'numbers',
  beats: [SAY, SAY, WAIT, COMPOSE, pick({ ctl: RST | ACK }, silent), SAY],
  play: { level: 'numbers', seat: 'client' },
};

export const PARTS = [
  { id: 'greeting', steps: [greeting, handshake] },
  { id: 'farewell', steps: [farewell, close] },
  {
    id: 'truth',
    steps: [numbers, finCarriesAck, merged, halfClose, eitherSide, timeWait, loss],
  },
] as const satisfies readonly { readonly id: string; readonly steps: readonly Step[] }[];
export type PartId = (typeof PARTS)[number]['id'];

export const STEPS: readonly Step[] = PARTS.flatMap((part): readonly Step[] => part.steps);

export const stepById = (id: string): Step | undefined => STEPS.find((step) => step.id === id);

/** The one that follows; undefined after the last. */
export const stepAfter = ({ id }: Step): Step | undefined =>
  STEPS[STEPS.findIndex((step) => step.id === id) + 1];
