import type { SeatView } from '@ackade/game';
import { expect, it } from 'vitest';
import { type Absence, farNews } from './far-news.ts';

const seat = (change: Partial<SeatView>): SeatView => ({
  name: 'Hal',
  bot: false,
  present: true,
  wantsRematch: false,
  ...change,
});
const HERE = seat({});
const AWAY = seat({ present: false });
const BOT = seat({ bot: true, name: '' });
const STAND_IN = seat({ bot: true });

const told = (...seats: readonly SeatView[]) => {
  let absence: Absence = null;
  return seats.map((one) => {
    const next = farNews(absence, one);
    absence = next.absence;
    return next.news;
  });
};

it('who was away is back, whether or not the bot stood in', () => {
  expect(told(HERE, AWAY, HERE)).toEqual([null, null, 'back']);
  expect(told(HERE, AWAY, STAND_IN, HERE)).toEqual([null, null, null, 'back']);
});

it('who takes over from the bot for the first time has joined', () => {
  expect(told(BOT, HERE)).toEqual([null, 'joined']);
  expect(told(BOT, AWAY, HERE)).toEqual([null, null, 'joined']);
});

it('who joined and was away afterwards is back', () => {
  expect(told(BOT, HERE, AWAY, HERE)).toEqual([null, 'joined', null, 'back']);
});

it('there is no news of who was there all along', () => {
  expect(told(HERE, HERE)).toEqual([null, null]);
});
