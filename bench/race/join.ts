/** How a phone comes into a race: joining over HTTP, and the one connection that it then has. */
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { RaceJoined, Refusal } from '@ackade/contract';
import type { Manager } from 'socket.io-client';
import { reach } from '../../apps/server/test/player.ts';

/** Players with one address: a class. The limits per address stay as they are. */
const CLASS = 30;

/** The loopback address of the `n`-th player, from 0: another for every class. */
export const addressOf = (n: number): string => `127.0.0.${2 + Math.floor(n / CLASS)}`;

/** Rejects where the server cannot be reached. */
export function join(
  url: string,
  code: string,
  name: string,
  address: string,
): Promise<RaceJoined | Refusal> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const asked = request(
      `${url}/api/races/${code}/players`,
      { method: 'POST', headers, localAddress: address },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify({ key: randomBytes(18).toString('base64url'), name, locale: 'en' }));
  });
}

/** As the browser comes back, with its delays. */
export function reachFrom(url: string, address: string): Manager {
  // Handed on to the websocket's TCP connection; the types, made for browsers, do not know it.
  const source = { localAddress: address };
  return reach(url, {
    ...source,
    reconnectionDelay: 200,
    reconnectionDelayMax: 1000,
    randomizationFactor: 0.3,
  });
}
