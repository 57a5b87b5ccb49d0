/** Finds the connection that a packet belongs to by its four-tuple, whichever way the packet goes. */
import type { Packet } from '@ackade/tcp';

/** Two sockets. `ends`: the address of the first, then that of the second. */
export type Flow<T> = {
  readonly ends: Uint8Array;
  readonly firstPort: number;
  readonly secondPort: number;
  value: T;
};

export type Flows<T> = {
  /** The flow of `packet`, begun with `first` where there is none yet. */
  readonly find: (packet: Packet, first: T) => Flow<T>;
};

export function flows<T>(): Flows<T> {
  const table = new Map<number, Flow<T>[]>();
  return {
    find: (packet, first) => {
      const hash = hashOf(packet);
      const bucket = table.get(hash);
      if (bucket)
        for (const flow of bucket)
          if (matches(flow, packet, true) || matches(flow, packet, false)) return flow;
      const { octets, addresses, addressLength, sourcePort, destinationPort } = packet;
      const flow: Flow<T> = {
        // A copy: `slice` of a Buffer, such as Node reads into, is none.
        ends: new Uint8Array(octets.subarray(addresses, addresses + 2 * addressLength)),
        firstPort: sourcePort,
        secondPort: destinationPort,
        value: first,
      };
      if (bucket) bucket.push(flow);
      else table.set(hash, [flow]);
      return flow;
    },
  };
}

/** Whether `packet`, which is of `flow`, goes from its first end to its second. */
export const isForward = (flow: Flow<unknown>, packet: Packet): boolean =>
  matches(flow, packet, true);

function matches<T>(flow: Flow<T>, p: Packet, forward: boolean): boolean {
  const { ends, firstPort, secondPort } = flow;
  const { octets, addresses, addressLength: length } = p;
  if (ends.length !== 2 * length) return false;
  if (firstPort !== (forward ? p.sourcePort : p.destinationPort)) return false;
  if (secondPort !== (forward ? p.destinationPort : p.sourcePort)) return false;
  const first = forward ? addresses : addresses + length;
  const second = forward ? addresses + length : addresses;
  for (let i = 0; i < length; i++)
    if (ends[i] !== octets[first + i] || ends[length + i] !== octets[second + i]) return false;
  return true;
}

/** The same both ways, and other than 0 where both ends are the same. */
function hashOf({ octets, addresses, addressLength, sourcePort, destinationPort }: Packet): number {
  const a = socketHash(octets, addresses, addressLength, sourcePort);
  const b = socketHash(octets, addresses + addressLength, addressLength, destinationPort);
  return (Math.imul(a ^ b, 0x9e3779b1) + Math.imul(a + b, 0x85ebca6b)) | 0;
}

function socketHash(octets: Uint8Array, from: number, length: number, port: number): number {
  let h = port;
  for (let i = 0; i < length; i++) h = (Math.imul(h, 0x01000193) ^ (octets[from + i] ?? 0)) | 0;
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
}
