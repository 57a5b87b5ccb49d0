import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { clientAddress, lanAddresses, sharedUrls } from './addresses.ts';

const address = (ip: string, internal = false): NetworkInterfaceInfo => ({
  address: ip,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: `${ip}/24`,
});

describe('where others reach the server', () => {
  it('lists the addresses that a classroom is likeliest to share first', () => {
    const interfaces = {
      lo: [address('127.0.0.1', true)],
      docker: [address('172.17.0.1')],
      auto: [address('169.254.3.4')],
      vpn: [address('10.8.0.2')],
      wifi: [address('192.168.1.20')],
    };
    expect(lanAddresses(interfaces)).toEqual(['192.168.1.20', '10.8.0.2', '172.17.0.1']);
  });

  it('is the public URL where there is one', () => {
    const config = { host: '0.0.0.0', publicUrl: 'https://game.example.org' };
    expect(sharedUrls(config, 3000)).toEqual(['https://game.example.org']);
  });

  it('is nowhere for a server that only this computer reaches', () => {
    expect(sharedUrls({ host: '127.0.0.1', publicUrl: undefined }, 3000)).toEqual([]);
  });

  it('is the one address that the server was bound to', () => {
    expect(sharedUrls({ host: '192.168.1.5', publicUrl: undefined }, 80)).toEqual([
      'http://192.168.1.5:80',
    ]);
  });
});

describe('the address of a client', () => {
  it.each([
    ['127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['::ffff:10.1.2.3', '203.0.113.7', '203.0.113.7'],
    ['172.31.0.2', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['fd00::2', '2001:db8::7', '2001:db8::7'],
    // Two balancers, one behind the other.
    ['10.0.0.1', '198.51.100.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    // The school is in the private network itself.
    ['127.0.0.1', '192.168.1.20', '192.168.1.20'],
    ['::1', '', '::1'],
  ])('behind a balancer at %s that forwards for "%s" is %s', (peer, forwarded, client) => {
    expect(clientAddress(peer, forwarded)).toBe(client);
  });

  it.each(['203.0.113.9', '::ffff:203.0.113.9', '2001:db8::9', '172.32.0.1', 'unknown'])(
    'that comes from %s is not what it says it is',
    (peer) => {
      expect(clientAddress(peer, '198.51.100.1')).toBe(peer);
    },
  );
});
