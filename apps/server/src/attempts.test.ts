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
