import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAlarms } from './alarms.ts';
import { systemClock } from './clock.ts';

describe('alarms', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ring once, at their time, the latest setting only', () => {
    const rung: [string, number][] = [];
    const alarms = openAlarms(systemClock, (id) => rung.push([id, Date.now()]));
    alarms.set('a', 500);
    alarms.set('a', 900);
    alarms.set('b', -5);
    alarms.set('c', 100);
    alarms.set('c', null);
    vi.advanceTimersByTime(2000);
    expect(rung).toEqual([
      ['b', 0],
      ['a', 900],
    ]);
  });

  it('leave to the sweeper what is far away, and stop together', () => {
    const rung: string[] = [];
    const alarms = openAlarms(systemClock, (id) => rung.push(id));
    alarms.set('tomorrow', 24 * 60 * 60 * 1000);
    alarms.set('soon', 10);
    alarms.stop();
    vi.advanceTimersByTime(48 * 60 * 60 * 1000);
    expect(rung).toEqual([]);
  });
});
