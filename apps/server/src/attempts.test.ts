import type { RefusalCode } from '@ackade/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Attempts, openAttempts } from './attempts.ts';

const CODE = 'K7M4Q';

describe('attempts from one address', () => {
  let now = 0;
  let attempts: Attempts;
  let looks = 0;
  beforeEach(() => {
    now = 0;
    looks = 0;
    attempts = openAttempts(() => now);
  });

  const look = (code: string, address = 'school') =>
    attempts.try(address, code, async (): Promise<{ code: string } | RefusalCode> => {
      looks++;
      return code === CODE ? { code } : 'unknown-race';
    });
  async function guess(times: number): Promise<Set<unknown>> {
    const answers = new Set<unknown>();
    for (let i = 0; i < times; i++) answers.add(await look(`G${i}`));
    return answers;
  }

  it('that know the code let a school of a thousand in, each with three requests', async () => {
    for (let i = 0; i < 3000; i++) expect(await look(CODE)).toEqual({ code: CODE });
  });

  it('that are wrong too often are not even looked at', async () => {
    expect(await guess(100)).toEqual(new Set(['unknown-race']));
    expect(await guess(50)).toEqual(new Set(['too-many-requests']));
    expect(looks).toBe(100);
    // Nor does a right guess tell itself apart.
    expect(await look(CODE)).toBe('too-many-requests');
    expect(await look(CODE, 'elsewhere')).toEqual({ code: CODE });
    now += 1000;
    expect(await look(CODE)).toEqual({ code: CODE });
  });

  it('that are wrong are looked at no more often where all of them come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 3999 }, (_, i) => look(`G${i}`)));
    expect(looks).toBe(100);
    expect(answers.filter((a) => a === 'unknown-race')).toHaveLength(100);
  });

  it('that know their codes wait for one another, however many come at once', async () => {
    const codes = Array.from({ length: 400 }, (_, i) => `M${i}`);
    const right = (code: string) => attempts.try('school', code, async () => ({ code }));
    expect(await Promise.all(codes.map(right))).toEqual(codes.map((code) => ({ code })));
  });

  it('that fail for another reason count as no guess', async () => {
    const fail = () =>
      attempts.try('school', CODE, () => Promise.reject<RefusalCode>(new Error('no log')));
    for (let i = 0; i < 200; i++) await expect(fail()).rejects.toThrow('no log');
    expect(await look(CODE)).toEqual({ code: CODE });
  });

  it('that guess do not keep out those who know the code', async () => {
    await look(CODE);
    await guess(200);
    for (let i = 0; i < 100; i++) expect(await look(CODE)).toEqual({ code: CODE });
  });

  it('that never end are refused, right or wrong', async () => {
    for (let i = 0; i < 4000; i++) await look(CODE);
    expect(await look(CODE)).toBe('too-many-requests');
    now += 1000;
    expect(await look(CODE)).toEqual({ code: CODE });
  });
});
