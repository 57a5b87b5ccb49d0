import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

const EVERYWHERE = ['0.0.0.0', '::', ''];

/** This computer's addresses on its networks, IPv4, the private ones first. */
export function lanAddresses(interfaces = networkInterfaces()): readonly string[] {
  const addresses = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .filter((i) => i.family === 'IPv4' && !i.internal && !i.address.startsWith('169.254.'))
    .map((i) => i.address);
  const rank = (a: string): number => (a.startsWith('192.168.') ? 0 : a.startsWith('10.') ? 1 : 2);
  return addresses.toSorted((a, b) => rank(a) - rank(b));
}

/** Where others reach the server, best first; empty where only this computer does. */
export function sharedUrls(
  { host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>,
  port: number,
): readonly string[] {
  if (publicUrl !== undefined) return [publicUrl];
  if (EVERYWHERE.includes(host)) return lanAddresses().map((a) => `http://${a}:${port}`);
  return ['localhost', '127.0.0.1', '::1'].includes(host) ? [] : [`http://${host}:${port}`];
}
