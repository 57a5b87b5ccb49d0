import { describe, expect, it } from 'vitest';
import type { Clock } from './clock.ts';
import type { Line, Network, Transport } from './network.ts';
import { NO_RESULTS, type Results, type Trouble } from './results.ts';
import { runCheck } from './run.ts';

const TODAY = 1_700_000_000_000;

/** Time that passes only when told to. */
function manualClock() {
  let now = 0;
  let timers: { at: number; ring: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    today: () => TODAY + now,
    after(ms, ring) {
      const timer = { at: now + ms, ring };
      timers.push(timer);
      return () => {
        timers = timers.filter((t) => t !== timer);
      };
    },
  };
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  async function pass(ms: number): Promise<void> {
    const end = now + ms;
    await settle();
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
      if (!next) break;
      timers = timers.filter((t) => t !== next);
      now = next.at;
      next.ring();
      await settle();
    }
    now = end;
  }
  return { clock, pass };
}

/** A network in which everything takes its time, and in which anything can go wrong. */
function fakeNetwork(clock: Clock) {
  const faults: {
    http?: Trouble;
    opens?: Partial<Record<Transport, Trouble>>;
    echoes?: Partial<Record<Transport, Trouble>>;
  } = {};
  const took = { http: [30, 10, 20], opens: 40, echo: 8 };
  const open: Line[] = [];
  const cuts = new Map<Transport, () => void>();
  let behind = 0;
  let aborted = false;
  const later = <T>(ms: number, value: T): Promise<T> =>
    new Promise((resolve) => {
      clock.after(ms, () => resolve(value));
    });
  const answer = <T>(ms: number, value: T, fault: Trouble | undefined): Promise<T | Trouble> =>
    fault === 'silent' ? new Promise(() => {}) : later(ms, fault ?? value);
  let asked = 0;
  const network: Network = {
    async time(signal) {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      const whole = took.http[asked++] ?? 0;
      await later(whole / 2, null);
      return answer(whole / 2, clock.today() - behind, faults.http);
    },
    dial(transport) {
      let close = (): void => {};
      const closed = new Promise<void>((resolve) => {
        close = resolve;
      });
      cuts.set(transport, close);
      const line: Line = {
        opened: answer(took.opens, null, faults.opens?.[transport]),
        closed,
        echo: () => answer(took.echo, null, faults.echoes?.[transport]),
        close() {
          open.splice(open.indexOf(line), 1);
          close();
        },
      };
      open.push(line);
      return line;
    },
  };
  return {
    network,
    faults,
    open,
    cut: (transport: Transport): void => cuts.get(transport)?.(),
    setBehind: (ms: number): void => {
      behind = ms;
    },
    aborted: () => aborted,
  };
}

function check(arrange: (fake: ReturnType<typeof fakeNetwork>) => void = () => {}) {
  const { clock, pass } = manualClock();
  const fake = fakeNetwork(clock);
  arrange(fake);
  const seen: Results[] = [NO_RESULTS];
  const stop = runCheck(fake.network, clock, (results) => seen.push(results));
  return { ...fake, pass, seen, stop, now: () => seen.at(-1) ?? NO_RESULTS };
}

describe('a network that lets everything through', () => {
  it('is known within a moment, by the median of three round trips', async () => {
    const { pass, now, open } = check();
    expect(now()).toEqual(NO_RESULTS);
    await pass(100);
    expect(now()).toMatchObject({
      http: { state: 'ok', roundTrip: 20 },
      polling: { state: 'ok', roundTrip: 8 },
      websocket: { state: 'ok', roundTrip: 8 },
      hold: { state: 'running', messages: 0 },
    });
    // Only the WebSocket that is held.
    expect(open).toHaveLength(1);
  });

  it('has its WebSocket held for a minute, while messages come and go', async () => {
    const { pass, now, open } = check();
    await pass(30_100);
    expect(now().hold).toMatchObject({ state: 'running', messages: 5 });
    const { hold } = now();
    expect(hold.state === 'running' && Math.round(hold.held / 1000)).toBe(30);
    await pass(29_900);
    expect(now().hold.state).toBe('running');
    await pass(1000);
    expect(now().hold).toEqual({ state: 'ok', messages: 12 });
    expect(open).toEqual([]);
  });
});

describe('the clocks are compared', () => {
  it.each([0, 3_600_000, -5000])('when the device is %j ms ahead', async (ahead) => {
    const { pass, now } = check((fake) => fake.setBehind(ahead));
    await pass(100);
    expect(now().skew).toEqual({ state: 'ok', ahead });
  });
});

describe('trouble', () => {
  it.each(['unreachable', 'foreign', 'busy'] as const)('is told at once: %s', async (trouble) => {
    const { pass, now, open } = check(({ faults }) => {
      faults.http = trouble;
      faults.opens = { polling: trouble, websocket: trouble };
    });
    await pass(100);
    const wrong = { state: 'trouble', trouble };
    expect(now()).toEqual({
      http: wrong,
      polling: wrong,
      websocket: wrong,
      hold: { state: 'skipped' },
      skew: { state: 'skipped' },
    });
    expect(open).toEqual([]);
  });

  it('is silence, after five seconds and not for ever', async () => {
    const { pass, now, open, aborted } = check(({ faults }) => {
      faults.http = 'silent';
      faults.opens = { polling: 'silent', websocket: 'silent' };
    });
    await pass(4900);
    expect(now()).toEqual(NO_RESULTS);
    expect(aborted()).toBe(false);
    await pass(200);
    const silent = { state: 'trouble', trouble: 'silent' };
    expect(now()).toMatchObject({ http: silent, polling: silent, websocket: silent });
    expect(open).toEqual([]);
    expect(aborted()).toBe(true);
  });

  it('is also a WebSocket that opens and then carries nothing', async () => {
    const { pass, now } = check(({ faults }) => {
      faults.echoes = { websocket: 'silent' };
    });
    await pass(5100);
    expect(now()).toMatchObject({
      polling: { state: 'ok' },
      websocket: { state: 'trouble', trouble: 'silent' },
      hold: { state: 'skipped' },
    });
  });

  it('is also a line that breaks while it is tried', async () => {
    const { pass, now, cut } = check();
    await pass(45);
    cut('polling');
    await pass(50);
    expect(now()).toMatchObject({
      polling: { state: 'trouble', trouble: 'unreachable' },
      websocket: { state: 'ok' },
    });
  });
});

describe('a WebSocket that is held', () => {
  it('breaks, and it is said when', async () => {
    const { pass, now, cut, open } = check();
    await pass(23_064);
    cut('websocket');
    await pass(60_000);
    expect(now().hold).toEqual({ state: 'trouble', held: 23_000, at: TODAY + 23_064 });
    expect(open).toEqual([]);
  });

  it('falls silent, and counts as broken from the first message that got no answer', async () => {
    const { pass, now, faults } = check();
    await pass(12_000);
    faults.echoes = { websocket: 'silent' };
    await pass(7000);
    expect(now().hold.state).toBe('running');
    await pass(3000);
    const { hold } = now();
    if (hold.state !== 'trouble') throw new Error(hold.state);
    expect(Math.round(hold.held / 1000)).toBe(15);
    expect(Math.round((hold.at - TODAY) / 1000)).toBe(15);
  });
});

it('a check that is ended says no more and leaves nothing open', async () => {
  const { pass, seen, stop, open, aborted } = check();
  await pass(10_000);
  stop();
  const told = seen.length;
  await pass(120_000);
  expect(seen).toHaveLength(told);
  expect(open).toEqual([]);
  expect(aborted()).toBe(true);
});
