import { BlockList, isIPv4 } from 'node:net';
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

/** Where a balancer stands: on the same computer, or in the same private network. */
const NEARBY: readonly (readonly [net: string, prefix: number])[] = [
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['::1', 128],
  ['fe80::', 10],
  ['fc00::', 7],
];
const nearby = new BlockList();
for (const [net, prefix] of NEARBY) nearby.addSubnet(net, prefix, familyOf(net));

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}

/** Whether what `address` says of others may be believed; an IPv4 address may be written as an IPv6 one. */
export const isNearby = (address: string): boolean => nearby.check(address, familyOf(address));

/**
 * The address of a client behind any number of balancers: the nearest that is none. `forwarded`: the header
 * X-Forwarded-For, to which each of them adds the address that it saw.
 */
export function clientAddress(peer: string, forwarded: string): string {
  const hops = forwarded.split(',').map((hop) => hop.trim());
  let client = peer;
  for (const hop of hops.toReversed()) {
    if (!isNearby(client) || hop === '') break;
    client = hop;
  }
  return client;
}
