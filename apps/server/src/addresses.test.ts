import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { lanAddresses, sharedUrls } from './addresses.ts';

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
