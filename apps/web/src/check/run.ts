/** Runs the tests: all ways to the server at once, and the WebSocket goes on to be held. */
import type { Clock } from './clock.ts';
import type { Line, Network, Transport } from './network.ts';
import { NO_RESULTS, type Results, type Trial, type Trouble } from './results.ts';

/** What does not answer within this counts as silent; the game itself waits as long for a connection, ms. */
export const PATIENCE = 5000;
/** How long a WebSocket has to stand, ms. */
export const HOLD = 60_000;
/** Between two messages through a WebSocket that is held, ms. */
const EVERY = 5000;
/** How often the progress is told, ms. */
const TICK = 1000;
/** Round trips of which the median counts. */
const ROUNDS = 3;

/** Begins a check and tells `see` whatever becomes known. The function that it gives ends it. */
export function runCheck(
  network: Network,
  clock: Clock,
  see: (results: Results) => void,
): () => void {
  let results = NO_RESULTS;
  let over = false;
  const asked = new AbortController();
  const lines = new Set<Line>();
  const learn = (news: Partial<Results>): void => {
    if (over) return;
    results = { ...results, ...news };
    see(results);
  };
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      clock.after(ms, resolve);
    });
  const within = <T>(answer: Promise<T>): Promise<T | 'silent'> =>
    new Promise((resolve) => {
      const callOff = clock.after(PATIENCE, () => resolve('silent'));
      void answer.then((value) => {
        callOff();
        resolve(value);
      });
    });
  const hangUp = (line: Line): void => {
    lines.delete(line);
    line.close();
  };

  async function tryHttp(): Promise<void> {
    const asks: { took: number; ahead: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [start, date] = [clock.now(), clock.today()];
      const answer = await within(network.time(asked.signal));
      if (typeof answer === 'string') {
        asked.abort();
        learn({ http: { state: 'trouble', trouble: answer }, skew: { state: 'skipped' } });
        return;
      }
      const took = clock.now() - start;
      // The server looked at its clock half-way, as far as anybody can know.
      asks.push({ took, ahead: date + took / 2 - answer });
    }
    const [best] = asks.toSorted((a, b) => a.took - b.took);
    learn({
      http: { state: 'ok', roundTrip: median(asks.map(({ took }) => took)) },
      skew: { state: 'ok', ahead: best?.ahead ?? 0 },
    });
  }

  /** The line stays open when all is well. */
  async function tryLine(line: Line): Promise<Trial> {
    const trouble = (problem: Trouble): Trial => {
      hangUp(line);
      return { state: 'trouble', trouble: problem };
    };
    const problem = await within(line.opened);
    if (problem) return trouble(problem);
    const broken = line.closed.then(() => 'unreachable' as const);
    const took: number[] = [];
    for (let n = 0; n < ROUNDS; n++) {
      const start = clock.now();
      const lost = await within(Promise.race([line.echo(n), broken]));
      if (lost) return trouble(lost);
      took.push(clock.now() - start);
    }
    return { state: 'ok', roundTrip: median(took) };
  }

  const dial = (transport: Transport): Line => {
    const line = network.dial(transport);
    lines.add(line);
    return line;
  };

  async function tryPolling(): Promise<void> {
    const line = dial('polling');
    learn({ polling: await tryLine(line) });
    hangUp(line);
  }

  async function tryWebSocket(): Promise<void> {
    const line = dial('websocket');
    const websocket = await tryLine(line);
    const well = websocket.state === 'ok';
    learn({ websocket, ...(well ? {} : { hold: { state: 'skipped' } }) });
    if (well) await hold(line);
  }

  async function hold(line: Line): Promise<void> {
    const since = clock.now();
    let standing = true;
    let messages = 0;
    const held = (): number => clock.now() - since;
    const broke = (after: number): void => {
      if (!standing) return;
      standing = false;
      learn({ hold: { state: 'trouble', held: after, at: clock.today() - (held() - after) } });
      hangUp(line);
    };
    void line.closed.then(() => broke(held()));
    const tick = (): void => {
      if (!standing || over) return;
      learn({ hold: { state: 'running', held: Math.min(held(), HOLD), messages } });
      clock.after(TICK, tick);
    };
    tick();
    while (standing && !over) {
      await wait(EVERY);
      const sent = held();
      if (!standing || over) return;
      const lost = await within(line.echo(messages));
      // It stood, as far as is known, until what got no answer was sent.
      if (lost) broke(sent);
      if (!standing) return;
      messages++;
      if (sent < HOLD) continue;
      standing = false;
      learn({ hold: { state: 'ok', messages } });
      hangUp(line);
    }
  }

  void tryHttp();
  void tryPolling();
  void tryWebSocket();
  return () => {
    over = true;
    asked.abort();
    for (const line of lines) hangUp(line);
  };
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
