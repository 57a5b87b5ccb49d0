import type { Endpoint } from '@ackade/tcp';

/** Part of a recording of two Linux kernels, and where it differs from the ideal play. */
export type Recorded = {
  /** A file of `packages/tcp/test/captures`. */
  readonly file: string;
  /** Frames of the file, from 1, both included. */
  readonly frames: readonly [first: number, last: number];
  /** Where it was recorded, or what is seen there. */
  readonly at: Endpoint;
  /** How many of the ideal play's segments it covers. */
  readonly lines: number;
  /** In place of so many of `ours` from line `at` on the recording has `theirs`. */
  readonly differs: readonly {
    readonly at: number;
    readonly ours: number;
    readonly theirs: readonly string[];
    readonly why: string;
  }[];
};

export type Ideal = {
  /** The figure of the RFC that it is, with what differs. */
  readonly figure?: string;
  /** What the initial sequence numbers are shown as: those of the figures. */
  readonly shownAs: Readonly<Record<Endpoint, number>>;
  /** The segments in the order in which they were sent; `~`: lost. */
  readonly lines: readonly string[];
  readonly kernel?: Recorded;
};

const OPENING = { client: 100, server: 300 } as const;
/** Where the figures begin ESTABLISHED, 100 and 300 are the next octets. */
const OPEN = { client: 99, server: 299 } as const;

/** The shortest right play of every scenario. */
export const IDEALS: Readonly<Record<string, Ideal>> = {
  handshake: {
    figure: 'Figure 6',
    shownAs: OPENING,
    lines: [
      'client <SEQ=100><CTL=SYN>',
      'server <SEQ=300><ACK=101><CTL=SYN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK>',
    ],
    kernel: {
      file: '01-handshake-data-close',
      frames: [1, 3],
      at: 'client',
      lines: 3,
      differs: [],
    },
  },
  close: {
    figure: 'Figure 12',
    shownAs: OPEN,
    lines: [
      'client <SEQ=100><ACK=300><CTL=FIN,ACK>',
      'server <SEQ=300><ACK=101><CTL=ACK>',
      'server <SEQ=300><ACK=101><CTL=FIN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK>',
    ],
    kernel: {
      file: '01-handshake-data-close',
      frames: [8, 11],
      at: 'client',
      lines: 4,
      differs: [],
    },
  },
  conversation: {
    shownAs: OPENING,
    lines: [
      'client <SEQ=100><CTL=SYN>',
      'server <SEQ=300><ACK=101><CTL=SYN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK><DATA=5>',
      'server <SEQ=301><ACK=106><CTL=ACK>',
      'server <SEQ=301><ACK=106><CTL=ACK><DATA=6>',
      'client <SEQ=106><ACK=307><CTL=ACK>',
      'client <SEQ=106><ACK=307><CTL=FIN,ACK>',
      'server <SEQ=307><ACK=107><CTL=ACK>',
      'server <SEQ=307><ACK=107><CTL=FIN,ACK>',
      'client <SEQ=107><ACK=308><CTL=ACK>',
    ],
    kernel: {
      file: '01-handshake-data-close',
      frames: [1, 11],
      at: 'client',
      lines: 11,
      differs: [],
    },
  },
  'close-by-server': {
    shownAs: OPEN,
    lines: [
      'server <SEQ=300><ACK=100><CTL=FIN,ACK>',
      'client <SEQ=100><ACK=301><CTL=ACK>',
      'client <SEQ=100><ACK=301><CTL=FIN,ACK>',
      'server <SEQ=301><ACK=101><CTL=ACK>',
    ],
  },
  'three-segment-close': {
    shownAs: OPEN,
    lines: [
      'client <SEQ=100><ACK=300><CTL=FIN,ACK>',
      'server <SEQ=300><ACK=101><CTL=FIN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK>',
    ],
    kernel: { file: '08-three-segment-close', frames: [6, 8], at: 'client', lines: 3, differs: [] },
  },
  'half-close': {
    shownAs: OPEN,
    lines: [
      'client <SEQ=100><ACK=300><CTL=FIN,ACK>',
      'server <SEQ=300><ACK=101><CTL=ACK>',
      'server <SEQ=300><ACK=101><CTL=ACK><DATA=9>',
      'client <SEQ=101><ACK=309><CTL=ACK>',
      'server <SEQ=309><ACK=101><CTL=FIN,ACK>',
      'client <SEQ=101><ACK=310><CTL=ACK>',
    ],
    kernel: { file: '02-half-close', frames: [6, 11], at: 'client', lines: 6, differs: [] },
  },
  refused: {
    shownAs: OPENING,
    lines: ['client <SEQ=100><CTL=SYN>', 'server <SEQ=0><ACK=101><CTL=RST,ACK>'],
    kernel: { file: '03-rst-closed-port', frames: [1, 2], at: 'client', lines: 2, differs: [] },
  },
  abort: {
    shownAs: OPEN,
    lines: [
      'client <SEQ=100><ACK=300><CTL=ACK><DATA=11>',
      'server <SEQ=300><ACK=111><CTL=ACK>',
      'client <SEQ=111><CTL=RST>',
    ],
    kernel: {
      file: '04-abort-linger0',
      frames: [4, 6],
      at: 'client',
      lines: 3,
      differs: [
        {
          at: 3,
          ours: 1,
          theirs: ['client RST,ACK'],
          why: 'Linux puts the ACK of every segment on the RST too; the RFC writes <SEQ=SND.NXT><CTL=RST>. The peer treats both alike, and the judge accepts both.',
        },
      ],
    },
  },
  'lost-syn': {
    shownAs: OPENING,
    lines: [
      'client <SEQ=100><CTL=SYN> ~',
      'client <SEQ=100><CTL=SYN>',
      'server <SEQ=300><ACK=101><CTL=SYN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK>',
    ],
    kernel: { file: '12-syn-retransmit', frames: [1, 2], at: 'client', lines: 2, differs: [] },
  },
  'lost-syn-ack': {
    shownAs: OPENING,
    lines: [
      'client <SEQ=100><CTL=SYN>',
      'server <SEQ=300><ACK=101><CTL=SYN,ACK> ~',
      'client <SEQ=100><CTL=SYN>',
      'server <SEQ=300><ACK=101><CTL=SYN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK>',
    ],
    kernel: {
      file: '10-lost-synack',
      frames: [1, 7],
      at: 'server',
      lines: 5,
      differs: [
        {
          at: 6,
          ours: 0,
          theirs: ['server SYN,ACK', 'client ACK'],
          why: 'Recorded at the client’s host, before the loss. The server’s own timer ran out at the same moment as the client’s, so its SYN,ACK came once more and was acknowledged once more.',
        },
      ],
    },
  },
  'lost-third-ack': {
    shownAs: OPENING,
    lines: [
      'client <SEQ=100><CTL=SYN>',
      'server <SEQ=300><ACK=101><CTL=SYN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK> ~',
      'client <SEQ=101><ACK=301><CTL=ACK><DATA=5>',
      'server <SEQ=301><ACK=106><CTL=ACK>',
    ],
    kernel: {
      file: '22-lost-third-ack.B-view',
      frames: [1, 4],
      at: 'server',
      lines: 4,
      differs: [],
    },
  },
  'lost-data': {
    shownAs: OPEN,
    lines: [
      'client <SEQ=100><ACK=300><CTL=ACK><DATA=3> ~',
      'client <SEQ=103><ACK=300><CTL=ACK><DATA=3>',
      'client <SEQ=106><ACK=300><CTL=ACK><DATA=5>',
      'server <SEQ=300><ACK=100><CTL=ACK>',
      'server <SEQ=300><ACK=100><CTL=ACK>',
      'client <SEQ=100><ACK=300><CTL=ACK><DATA=3>',
      'server <SEQ=300><ACK=111><CTL=ACK>',
    ],
  },
  'lost-fin': {
    shownAs: OPEN,
    lines: [
      'client <SEQ=100><ACK=300><CTL=FIN,ACK> ~',
      'client <SEQ=100><ACK=300><CTL=FIN,ACK>',
      'server <SEQ=300><ACK=101><CTL=ACK>',
      'server <SEQ=300><ACK=101><CTL=FIN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK>',
    ],
  },
  'lost-last-ack': {
    shownAs: OPEN,
    lines: [
      'client <SEQ=100><ACK=300><CTL=FIN,ACK>',
      'server <SEQ=300><ACK=101><CTL=ACK>',
      'server <SEQ=300><ACK=101><CTL=FIN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK> ~',
      'server <SEQ=300><ACK=101><CTL=FIN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK>',
    ],
  },
  'duplicate-data': {
    shownAs: OPEN,
    lines: [
      'client <SEQ=100><ACK=300><CTL=ACK><DATA=5>',
      'server <SEQ=300><ACK=105><CTL=ACK>',
      'server <SEQ=300><ACK=105><CTL=ACK>',
    ],
  },
  'fin-overtakes-data': {
    shownAs: OPEN,
    lines: [
      'client <SEQ=100><ACK=300><CTL=ACK><DATA=5>',
      'client <SEQ=105><ACK=300><CTL=FIN,ACK>',
      'server <SEQ=300><ACK=100><CTL=ACK>',
      'server <SEQ=300><ACK=106><CTL=ACK>',
      'server <SEQ=300><ACK=106><CTL=FIN,ACK>',
      'client <SEQ=106><ACK=301><CTL=ACK>',
    ],
    kernel: {
      file: '29-fin-overtakes-data.B-view',
      frames: [4, 7],
      at: 'server',
      lines: 4,
      differs: [],
    },
  },
  'simultaneous-open': {
    figure: 'Figure 7 and the two ACKs that end it on real stacks (the figure stops before)',
    shownAs: OPENING,
    lines: [
      'client <SEQ=100><CTL=SYN>',
      'server <SEQ=300><CTL=SYN>',
      'client <SEQ=100><ACK=301><CTL=SYN,ACK>',
      'server <SEQ=300><ACK=101><CTL=SYN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK>',
      'server <SEQ=301><ACK=101><CTL=ACK>',
    ],
    kernel: {
      file: '20-simultaneous-open.A-view',
      frames: [1, 6],
      at: 'client',
      lines: 6,
      differs: [],
    },
  },
  'simultaneous-close': {
    figure: 'Figure 13',
    shownAs: OPEN,
    lines: [
      'client <SEQ=100><ACK=300><CTL=FIN,ACK>',
      'server <SEQ=300><ACK=100><CTL=FIN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK>',
      'server <SEQ=301><ACK=101><CTL=ACK>',
    ],
    kernel: {
      file: '21-simultaneous-close.A-view',
      frames: [4, 7],
      at: 'client',
      lines: 4,
      differs: [],
    },
  },
  'old-duplicate-syn': {
    figure: 'Figure 8',
    shownAs: OPENING,
    lines: [
      'client <SEQ=100><CTL=SYN>',
      'server <SEQ=300><ACK=91><CTL=SYN,ACK>',
      'client <SEQ=91><CTL=RST>',
      'server <SEQ=400><ACK=101><CTL=SYN,ACK>',
      'client <SEQ=101><ACK=401><CTL=ACK>',
    ],
    kernel: {
      file: '24-old-duplicate-syn-fig8.B-view',
      frames: [1, 9],
      at: 'server',
      lines: 6,
      differs: [
        {
          at: 6,
          ours: 0,
          theirs: ['client SYN', 'server SYN,ACK', 'client ACK'],
          why: 'The client’s SYN came twice, was answered twice and both answers were acknowledged.',
        },
      ],
    },
  },
  'half-open-syn': {
    figure: 'Figure 9 and the handshake that follows; its new ISS is 400',
    shownAs: OPEN,
    lines: [
      'client <SEQ=200><CTL=SYN>',
      'server <SEQ=300><ACK=100><CTL=ACK>',
      'client <SEQ=100><CTL=RST>',
      'client <SEQ=200><CTL=SYN>',
      'server <SEQ=400><ACK=201><CTL=SYN,ACK>',
      'client <SEQ=201><ACK=401><CTL=ACK>',
    ],
    kernel: {
      file: '26-half-open-syn-fig9.B-view',
      frames: [4, 9],
      at: 'server',
      lines: 6,
      differs: [],
    },
  },
  'half-open-data': {
    figure: 'Figure 10 with twelve octets for ten',
    shownAs: OPEN,
    lines: ['server <SEQ=300><ACK=100><CTL=ACK><DATA=12>', 'client <SEQ=100><CTL=RST>'],
  },
  'two-passive': {
    figure: 'Figure 11',
    shownAs: OPENING,
    lines: ['server <SEQ=300><ACK=51><CTL=SYN,ACK>', 'client <SEQ=51><CTL=RST>'],
  },
  'time-wait-syn': {
    shownAs: OPEN,
    lines: [
      'server <SEQ=300><ACK=100><CTL=FIN,ACK>',
      'client <SEQ=100><ACK=301><CTL=ACK>',
      'client <SEQ=100><ACK=301><CTL=FIN,ACK>',
      'server <SEQ=301><ACK=101><CTL=ACK>',
      'client <SEQ=200><CTL=SYN>',
      'server <SEQ=400><ACK=201><CTL=SYN,ACK>',
      'client <SEQ=201><ACK=401><CTL=ACK>',
    ],
  },
  'blind-rst': {
    shownAs: OPEN,
    lines: [
      'server <SEQ=300><ACK=100><CTL=ACK>',
      'client <SEQ=100><ACK=300><CTL=ACK><DATA=11>',
      'server <SEQ=300><ACK=111><CTL=ACK>',
    ],
    kernel: {
      file: '27-blind-rst-challenge-ack.B-view',
      frames: [6, 8],
      at: 'server',
      lines: 3,
      differs: [],
    },
  },
  'blind-syn': {
    shownAs: OPEN,
    lines: [
      'server <SEQ=300><ACK=100><CTL=ACK>',
      'client <SEQ=100><ACK=300><CTL=ACK><DATA=11>',
      'server <SEQ=300><ACK=111><CTL=ACK>',
    ],
  },
  'zero-window': {
    shownAs: OPEN,
    lines: [
      'client <SEQ=100><ACK=300><CTL=ACK><DATA=6>',
      'server <SEQ=300><ACK=106><CTL=ACK>',
      'client <SEQ=106><ACK=300><CTL=ACK><DATA=1>',
      'server <SEQ=300><ACK=106><CTL=ACK>',
      'server <SEQ=300><ACK=106><CTL=ACK>',
      'client <SEQ=106><ACK=300><CTL=ACK><DATA=6>',
      'server <SEQ=300><ACK=112><CTL=ACK>',
      'server <SEQ=300><ACK=112><CTL=ACK>',
    ],
  },
  wrap: {
    shownAs: OPENING,
    lines: [
      'client <SEQ=100><CTL=SYN>',
      'server <SEQ=300><ACK=101><CTL=SYN,ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK>',
      'client <SEQ=101><ACK=301><CTL=ACK><DATA=5>',
      'server <SEQ=301><ACK=106><CTL=ACK>',
      'server <SEQ=301><ACK=106><CTL=ACK><DATA=6>',
      'client <SEQ=106><ACK=307><CTL=ACK>',
      'client <SEQ=106><ACK=307><CTL=FIN,ACK>',
      'server <SEQ=307><ACK=107><CTL=ACK>',
      'server <SEQ=307><ACK=107><CTL=FIN,ACK>',
      'client <SEQ=107><ACK=308><CTL=ACK>',
    ],
  },
};
