import { EventEmitter } from 'node:events';
import type { Socket } from 'socket.io';
import { describe, expect, it } from 'vitest';
import { lagOf } from './lag.ts';

/** A connection as far as its pings go, and a clock. */
function connection() {
  let now = 0;
  const conn = new EventEmitter();
  const lag = lagOf(conn as unknown as Socket['conn'], () => now);
  const ping = (ms: number): void => {
    conn.emit('packetCreate', { type: 'ping' });
    now += ms;
    conn.emit('packet', { type: 'pong' });
    now += 10_000;
  };
  return { conn, lag, ping };
}

describe('the lag of a connection', () => {
  it('is what its last ping took', () => {
    const { lag, ping } = connection();
    expect(lag()).toBe(0);
    ping(80);
    expect(lag()).toBe(80);
    ping(30);
    expect(lag()).toBe(30);
  });

  it('is not more than a second, however slowly a client answers', () => {
    const { lag, ping } = connection();
    ping(7000);
    expect(lag()).toBe(1000);
  });

  it('takes no notice of anything else that is sent', () => {
    const { conn, lag, ping } = connection();
    ping(50);
    conn.emit('packetCreate', { type: 'message' });
    conn.emit('packet', { type: 'message' });
    expect(lag()).toBe(50);
  });

  it('is measured once for all that goes over one connection', () => {
    const { conn, lag } = connection();
    expect(lagOf(conn as unknown as Socket['conn'], () => 0)).toBe(lag);
    expect(conn.listenerCount('packet')).toBe(1);
  });
});
