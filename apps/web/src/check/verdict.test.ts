import { describe, expect, it } from 'vitest';
import { NO_RESULTS, type Results, type Trial } from './results.ts';
import { verdictOn } from './verdict.ts';

const ok: Trial = { state: 'ok', roundTrip: 20 };
const running: Trial = { state: 'running' };
const silent: Trial = { state: 'trouble', trouble: 'silent' };
const unreachable: Trial = { state: 'trouble', trouble: 'unreachable' };
const foreign: Trial = { state: 'trouble', trouble: 'foreign' };
const busy: Trial = { state: 'trouble', trouble: 'busy' };

const results = (http: Trial, polling: Trial, websocket: Trial): Results => ({
  ...NO_RESULTS,
  http,
  polling,
  websocket,
});
const all = results(ok, ok, ok);

describe('the verdict', () => {
  it.each([
    ['testing', NO_RESULTS],
    ['testing', results(ok, ok, running)],
    ['testing', results(unreachable, running, unreachable)],
    ['slower', results(ok, ok, unreachable)],
    ['slower', results(ok, ok, silent)],
    ['no-fallback', results(ok, silent, ok)],
    ['no-live', results(ok, silent, unreachable)],
    ['no-live', results(ok, foreign, silent)],
    ['unsteady', results(silent, ok, silent)],
    ['unsteady', results(foreign, silent, ok)],
    ['foreign', results(foreign, unreachable, unreachable)],
    ['unreachable', results(unreachable, unreachable, unreachable)],
    ['unreachable', results(silent, foreign, silent)],
  ] as const)('is "%s"', (verdict, found) => expect(verdictOn(found)).toBe(verdict));

  it('blames no network for a server that is busy', () => {
    for (const found of [
      results(busy, ok, ok),
      results(ok, busy, silent),
      results(ok, silent, busy),
    ])
      expect(verdictOn(found)).toBe('busy');
  });

  it('waits for nothing but the held WebSocket once all ways are known', () => {
    expect(verdictOn(all)).toBe('fine-so-far');
    expect(verdictOn({ ...all, hold: { state: 'running', held: 1, messages: 0 } })).toBe(
      'fine-so-far',
    );
    expect(verdictOn({ ...all, hold: { state: 'ok', messages: 12 } })).toBe('fine');
  });

  it('tells of a WebSocket that broke, whatever else works', () => {
    const hold = { state: 'trouble', held: 23_000, at: 0 } as const;
    expect(verdictOn({ ...all, hold })).toBe('cut');
    expect(verdictOn({ ...results(ok, silent, ok), hold })).toBe('cut');
  });

  it('does not depend on the clock of the device', () => {
    expect(verdictOn({ ...all, skew: { state: 'ok', ahead: 86_400_000 } })).toBe('fine-so-far');
  });
});
