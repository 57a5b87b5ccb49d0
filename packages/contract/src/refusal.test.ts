import { describe, expect, it } from 'vitest';
import { REFUSALS, Refusal, type RefusalCode, refusal } from './index.ts';

const CODES = Object.keys(REFUSALS) as RefusalCode[];

describe('the table of refusals', () => {
  it.each(CODES)('%s has a status of its kind and a sentence', (code) => {
    const [status, sentence] = REFUSALS[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('has no sentence twice', () =>
    expect(new Set(CODES.map((code) => REFUSALS[code][1])).size).toBe(CODES.length));

  it.each(CODES)('%s goes over the wire and is read again', (code) => {
    for (const made of [refusal(code), refusal(code, { field: 'name' })])
      expect(Refusal.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
  });

  it('knows no details unless there are any', () => {
    expect(refusal('busy').error).not.toHaveProperty('details');
    expect(refusal('busy', { in: 3 }).error.details).toEqual({ in: 3 });
  });

  it('holds no other code', () =>
    expect(Refusal.safeParse({ error: { code: 'because', message: 'No.' } }).success).toBe(false));
});
