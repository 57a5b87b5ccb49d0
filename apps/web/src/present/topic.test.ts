import { scenarioById, trackUpTo } from '@ackade/game';
import { expect, test } from 'vitest';
import { topicAt } from './topic.ts';

/** What is asked in a scenario after `station` rungs, of which all pairs have passed `told`. */
const asked = (
  code: Parameters<typeof topicAt>[0],
  id: string,
  station: number,
  told: number = station,
) => {
  const scenario = scenarioById(id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return topicAt(code, station, trackUpTo(scenario, told), scenario);
};

test('a handshake is asked about opening, whatever the wrong move was about', () => {
  expect(asked('fin-before-close', 'handshake', 0)).toBe('opening');
  expect(asked('fin-before-close', 'handshake', 1)).toBe('opening');
  expect(asked('reset-in-good-standing', 'handshake', 1)).toBe('opening');
  expect(asked('lost-segment-not-repeated', 'handshake', 2)).toBe('opening');
});

test('a whole conversation is asked about what it has come to', () => {
  expect(asked('data-missing', 'conversation', 1)).toBe('opening');
  expect(asked('syn-on-open-connection', 'conversation', 3)).toBe('arrived');
  expect(asked('data-missing', 'conversation', 3)).toBe('data');
  expect(asked('syn-on-open-connection', 'conversation', 10)).toBe('closing');
});

test('the step is not told by the question', () => {
  expect(asked('fin-without-ack', 'close', 0)).toBe('arrived');
  expect(asked('fin-without-ack', 'close', 2, 1)).toBe('arrived');
  expect(asked('fin-without-ack', 'close', 2)).toBe('closing');
});

test('loss and reset are asked about only where the scenario is about them', () => {
  expect(asked('lost-segment-not-repeated', 'lost-syn', 1)).toBe('loss');
  expect(asked('lost-segment-not-repeated', 'close', 1)).toBe('closing');
  expect(asked('any-reset-kills', 'blind-rst', 0)).toBe('reset');
});

test('what fits every step is asked as it is', () => {
  expect(asked('wrong-ack', 'handshake', 1)).toBe('numbers');
  expect(asked('ack-answers-ack', 'close', 2)).toBe('answer');
});
