import { usualOptions } from '@ackade/game';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryLog } from '../test/memory-log.ts';
import { openMatches } from './matches.ts';
import { openRaces } from './races.ts';
import { openSweeper, type Sweeper, type SweeperOptions } from './sweeper.ts';

const now = (): number => 1000;

describe('a sweeper', () => {
  let sweeper: Sweeper | null = null;
  afterEach(() => sweeper?.stop());

  it('drops the races and matches from memory in which nobody is, and no other', async () => {
    const matches = openMatches(memoryLog(), now, () => {});
    const races = openRaces(memoryLog(), now, () => {});
    for (const id of ['empty', 'inhabited']) {
      await races.execute(id, {
        type: 'create',
        id,
        code: id,
        host: 'host',
        screen: 'screen',
        seed: 1,
        legs: [{ scenario: 'handshake', level: 'flags' }],
        options: usualOptions('flags'),
      });
      await matches.execute(id, {
        type: 'create',
        id,
        code: id,
        mode: 'duo',
        scenario: 'handshake',
        level: 'flags',
        seed: 1,
        seats: { client: null, server: null },
        race: null,
      });
    }
    const inhabited = (id: string): boolean => id === 'inhabited';
    const table = { open: async () => [] } as unknown as SweeperOptions['table'];
    const forget = vi.fn();
    const logger = { error: () => {} } as unknown as SweeperOptions['log'];
    sweeper = openSweeper({
      matches,
      races,
      table,
      conclude: async () => {},
      log: logger,
      now,
      inhabited: { match: inhabited, race: inhabited },
      forget,
      resume: async () => {},
    });
    forget.mockClear();
    await sweeper.sweep(0);
    expect(forget).toHaveBeenCalledTimes(1);
    for (const streams of [matches, races]) {
      expect(streams.peek('empty').state).toBeNull();
      expect(streams.peek('inhabited').state).not.toBeNull();
      // The log has it still.
      expect((await streams.load('empty')).state).not.toBeNull();
    }
  });
});
