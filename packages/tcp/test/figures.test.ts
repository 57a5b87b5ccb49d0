import { describe, expect, it } from 'vitest';
import { closedTcb, establishedTcb, type Tcb } from '../src/index.ts';
import { replay } from './figure.ts';

type Figure = {
  readonly title: string;
  readonly a: Tcb;
  readonly b: Tcb;
  readonly lines: string;
  /** What the RFC's figure does not show any more. */
  readonly owed?: { readonly a?: string[]; readonly b?: string[] };
};

const FIGURES: readonly Figure[] = [
  {
    title: 'Figure 6: basic three-way handshake',
    a: closedTcb(100),
    b: closedTcb(300),
    lines: `
      1.                CLOSED       |                                            (Listen) LISTEN
      2. (Open)         SYN-SENT    --> <SEQ=100><CTL=SYN>                    --> SYN-RECEIVED
      3.                ESTABLISHED <-- <SEQ=300><ACK=101><CTL=SYN,ACK>       <-- SYN-RECEIVED
      4.                ESTABLISHED --> <SEQ=101><ACK=301><CTL=ACK>           --> ESTABLISHED
      5. (Send 10)      ESTABLISHED --> <SEQ=101><ACK=301><CTL=ACK><DATA=10>  --> ESTABLISHED`,
    owed: { b: ['<SEQ=301><ACK=111><CTL=ACK>'] },
  },
  {
    title: 'Figure 7: simultaneous open; one connection (3.10.7.3-4, 3.10.7.4-1)',
    a: closedTcb(100),
    b: closedTcb(300),
    lines: `
      1.                CLOSED       |                                       CLOSED
      2. (Open)         SYN-SENT    --> <SEQ=100><CTL=SYN>              ... (Open) SYN-SENT
      3.                SYN-RECEIVED <-- <SEQ=300><CTL=SYN>             <-- SYN-SENT
      4.                SYN-RECEIVED ... <SEQ=100><CTL=SYN>             --> SYN-RECEIVED
      5.                SYN-RECEIVED --> <SEQ=100><ACK=301><CTL=SYN,ACK> ... SYN-RECEIVED
      6.                ESTABLISHED <-- <SEQ=300><ACK=101><CTL=SYN,ACK> <-- SYN-RECEIVED
      7.                ESTABLISHED ... <SEQ=100><ACK=301><CTL=SYN,ACK> --> ESTABLISHED`,
    // Real stacks confirm the other's SYN,ACK; the figure stops before.
    owed: { a: ['<SEQ=101><ACK=301><CTL=ACK>'], b: ['<SEQ=301><ACK=101><CTL=ACK>'] },
  },
  {
    title: 'Figure 8: recovery from an old duplicate SYN (3.10.7.3-1, 3.10.7.4-2)',
    a: closedTcb(100),
    b: closedTcb(300),
    lines: `
      1.                CLOSED       |                                  (Listen) LISTEN
      2. (Open)         SYN-SENT    --> <SEQ=100><CTL=SYN>              ...
      3. (duplicate)                ... <SEQ=90><CTL=SYN>               --> SYN-RECEIVED
      4.                SYN-SENT    <-- <SEQ=300><ACK=91><CTL=SYN,ACK>  <-- SYN-RECEIVED
      5.                SYN-SENT    --> <SEQ=91><CTL=RST>               --> LISTEN
      6.                            ... <SEQ=100><CTL=SYN>              --> SYN-RECEIVED
      7.                ESTABLISHED <-- <SEQ=400><ACK=101><CTL=SYN,ACK> <-- SYN-RECEIVED
      8.                ESTABLISHED --> <SEQ=101><ACK=401><CTL=ACK>     --> ESTABLISHED`,
  },
  {
    title: 'Figure 9: half-open connection discovered by a SYN (3.10.7.4-1, 3.10.7.3-1)',
    a: closedTcb(400),
    b: establishedTcb('passive', 300, 100),
    lines: `
      2. (CRASH)        CLOSED       |                                      ESTABLISHED
      3. (Open)         SYN-SENT    --> <SEQ=400><CTL=SYN>              --> ESTABLISHED
      4. (!!)           SYN-SENT    <-- <SEQ=300><ACK=100><CTL=ACK>     <-- ESTABLISHED
      5.                SYN-SENT    --> <SEQ=100><CTL=RST>              --> (Abort!!) CLOSED
      6.                SYN-SENT     |                                  (Listen) LISTEN
      7. (RTO)          SYN-SENT    --> <SEQ=400><CTL=SYN>              --> SYN-RECEIVED`,
    owed: { b: ['<SEQ=400><ACK=401><CTL=SYN,ACK>'] },
  },
  {
    title: 'Figure 10: the active side of a half-open connection discovers it (3.10.7.1)',
    a: closedTcb(400),
    b: establishedTcb('passive', 300, 100),
    lines: `
      1. (CRASH)        CLOSED       |                                            ESTABLISHED
      2. (??)           CLOSED      <-- <SEQ=300><ACK=100><CTL=ACK><DATA=10>  <-- (Send 10) ESTABLISHED
      3.                CLOSED      --> <SEQ=100><CTL=RST>                    --> (ABORT!!) CLOSED`,
  },
  {
    title: 'Figure 11: an old duplicate SYN between two passive sockets (3.10.7.2-2)',
    a: closedTcb(900),
    b: closedTcb(300),
    lines: `
      1. (Listen)       LISTEN       |                                  (Listen) LISTEN
      2. (duplicate)                ... <SEQ=700><CTL=SYN>              --> SYN-RECEIVED
      3. (??)           LISTEN      <-- <SEQ=300><ACK=701><CTL=SYN,ACK> <-- SYN-RECEIVED
      4.                LISTEN      --> <SEQ=701><CTL=RST>              --> (return to LISTEN!) LISTEN`,
  },
  {
    title: 'Figure 12: normal close sequence (3.10.4, 3.10.7.4-8)',
    a: establishedTcb('active', 100, 300),
    b: establishedTcb('passive', 300, 100),
    lines: `
      1.                ESTABLISHED  |                                      ESTABLISHED
      2. (Close)        FIN-WAIT-1  --> <SEQ=100><ACK=300><CTL=FIN,ACK> --> CLOSE-WAIT
      3.                FIN-WAIT-2  <-- <SEQ=300><ACK=101><CTL=ACK>     <-- CLOSE-WAIT
      4.                TIME-WAIT   <-- <SEQ=300><ACK=101><CTL=FIN,ACK> <-- (Close) LAST-ACK
      5.                TIME-WAIT   --> <SEQ=101><ACK=301><CTL=ACK>     --> CLOSED
      6. (2 MSL)        CLOSED       |                                      CLOSED`,
  },
  {
    title: 'Figure 13: simultaneous close (3.10.7.4-5)',
    a: establishedTcb('active', 100, 300),
    b: establishedTcb('passive', 300, 100),
    lines: `
      1.                ESTABLISHED  |                                      ESTABLISHED
      2. (Close)        FIN-WAIT-1  --> <SEQ=100><ACK=300><CTL=FIN,ACK> ... (Close) FIN-WAIT-1
      2.                CLOSING     <-- <SEQ=300><ACK=100><CTL=FIN,ACK> <-- FIN-WAIT-1
      2.                            ... <SEQ=100><ACK=300><CTL=FIN,ACK> --> CLOSING
      3.                CLOSING     --> <SEQ=101><ACK=301><CTL=ACK>     ... CLOSING
      3.                TIME-WAIT   <-- <SEQ=301><ACK=101><CTL=ACK>     <-- CLOSING
      3.                            ... <SEQ=101><ACK=301><CTL=ACK>     --> TIME-WAIT
      4. (2 MSL)        CLOSED       |                                  (2 MSL) CLOSED`,
  },
];

describe('the figures of RFC 9293', () => {
  it.each(FIGURES)('$title', ({ a, b, lines, owed }) =>
    expect(replay(a, b, lines)).toEqual({ a: owed?.a ?? [], b: owed?.b ?? [] }),
  );
});
