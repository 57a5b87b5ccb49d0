/** A large capture of connections that do everything right, for measuring what reads captures. */
import { open } from 'node:fs/promises';
import { LINKS } from '../packages/tcp/src/frame.ts';
import {
  enhancedPacket,
  interfaceDescription,
  sectionHeader,
} from '../packages/tcp/src/pcapng-writer.ts';
import { ACK, type Control, FIN, PSH, type Segment, SYN } from '../packages/tcp/src/segment.ts';
import { add, type SeqNum, seq } from '../packages/tcp/src/seq.ts';
import { type Envelope, encode } from '../packages/tcp/src/wire.ts';
import { type Random, randomFrom } from '../packages/tcp/test/random.ts';

/** Connections that are open at the same time. */
const OPEN = 100;
/** What fits into a segment on Ethernet beside the timestamps that most stacks send. */
const FULL = 1448;
/** 64,128 octets with a shift of 7, which is more than ever is in flight. */
const WINDOW = { wnd: 501, shift: 7, first: 64240 } as const;
/** 2023-11-14, in µs. */
const BEGIN = 1_700_000_000_000_000;
const BATCH = 1_000_000;

/** Writes pcapng of at least so many megabytes to `path`, always the same for the same seed. */
export async function writeCapture(path: string, megabytes: number, seed: number): Promise<void> {
  const file = await open(path, 'w');
  let batch: Uint8Array[] = [sectionHeader(), interfaceDescription(LINKS.raw, 6)];
  let pending = 0;
  let written = 0;
  for (const packet of packets(randomFrom(seed), () => written >= megabytes * 1e6)) {
    batch.push(packet);
    pending += packet.length;
    written += packet.length;
    if (pending < BATCH) continue;
    await file.writeFile(Buffer.concat(batch));
    batch = [];
    pending = 0;
  }
  await file.writeFile(Buffer.concat(batch));
  await file.close();
}

/** The packets of many connections among each other; when it is enough, those that are open still close. */
function* packets(random: Random, enough: () => boolean): Generator<Uint8Array> {
  let time = BEGIN;
  let opened = 0;
  const begin = () => connection(random, opened++, enough);
  const active = Array.from({ length: OPEN }, begin);
  while (active.length > 0) {
    const at = random(active.length);
    const next = active[at]?.next();
    if (next?.done === false) {
      time += 1 + random(40);
      yield enhancedPacket({ on: 0, digits: 6, time, octets: next.value });
    } else if (enough()) active.splice(at, 1);
    else active[at] = begin();
  }
}

/** One of the two ends: where it is, and what it sends and expects next. */
type End = { readonly envelope: Envelope; nxt: SeqNum; expected: SeqNum };

/** Handshake, some requests and answers, close: every packet once it may be sent. */
function* connection(random: Random, n: number, enough: () => boolean): Generator<Uint8Array> {
  const [client, server] = ends(random, n);
  yield sent(client, server, SYN, 0);
  yield sent(server, client, SYN | ACK, 0);
  yield sent(client, server, ACK, 0);
  for (let requests = 1 + random(8); requests > 0 && !enough(); requests--) {
    yield sent(client, server, PSH | ACK, 40 + random(800));
    if (random(2) === 0) yield sent(server, client, ACK, 0);
    const segments = random(4) === 0 ? random(300) : random(10);
    for (let i = 1; i <= segments && !enough(); i++) {
      yield sent(server, client, ACK, FULL);
      // Every second full segment is acknowledged at least (RFC 9293 §3.8.6.3).
      if (i % 2 === 0) yield sent(client, server, ACK, 0);
    }
    yield sent(server, client, PSH | ACK, 1 + random(FULL));
    yield sent(client, server, ACK, 0);
  }
  yield sent(client, server, FIN | ACK, 0);
  if (random(2) === 0) yield sent(server, client, ACK, 0);
  yield sent(server, client, FIN | ACK, 0);
  yield sent(client, server, ACK, 0);
}

/** The packet that `from` sends now, in order and without loss, so that `to` has it afterwards. */
function sent(from: End, to: End, ctl: Control, len: number): Uint8Array {
  const wnd = ctl & SYN ? WINDOW.first : WINDOW.wnd;
  const segment: Segment = { ctl, seq: from.nxt, ack: from.expected, wnd, len, up: 0 };
  from.nxt = add(from.nxt, len + (ctl & (SYN | FIN) ? 1 : 0));
  to.expected = from.nxt;
  return encode(segment, from.envelope);
}

/** No two connections are between the same sockets. */
function ends(random: Random, n: number): [client: End, server: End] {
  const version6 = random(8) === 0;
  const network = version6 ? [0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : [];
  const address = (...octets: number[]): Uint8Array => Uint8Array.from([...network, ...octets]);
  const source = address(10, 0, n >>> 22, n >>> 14);
  const destination = address(10, 1, 0, 1 + random(200));
  const sourcePort = 32_768 + (n & 0x3fff);
  const destinationPort = version6 ? 443 : 80;
  const options = { mss: version6 ? 1440 : 1460, shift: WINDOW.shift };
  const there = { source, destination, sourcePort, destinationPort, ...options };
  const back = {
    source: destination,
    destination: source,
    sourcePort: destinationPort,
    destinationPort: sourcePort,
    ...options,
  };
  return [
    { envelope: there, nxt: seq(random(2 ** 32)), expected: seq(0) },
    { envelope: back, nxt: seq(random(2 ** 32)), expected: seq(0) },
  ];
}
