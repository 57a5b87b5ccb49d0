/** A proxy before the server, as a school may have one. */
import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

export type SchoolProxy = {
  readonly url: string;
  /** Breaks every WebSocket that goes through it. */
  cut(): void;
  /** From now on nobody answers at its address. */
  close(): void;
};

/** Passes HTTP on to `target`, and upgrades to WebSocket only if `upgrades`. */
export async function proxyTo(target: string, upgrades: boolean): Promise<SchoolProxy> {
  const { hostname, port } = new URL(target);
  const tunnels = new Set<Duplex>();

  const proxy = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const passed = request({ hostname, port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });

  proxy.on('upgrade', ({ method, url, rawHeaders }, near, head) => {
    if (!upgrades) {
      near.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const far = connect(Number(port), hostname, () => {
      const fields = rawHeaders.map((text, i) => text + (i % 2 === 0 ? ': ' : '\r\n')).join('');
      far.write(`${method} ${url} HTTP/1.1\r\n${fields}\r\n`);
      far.write(head);
      far.pipe(near).pipe(far);
    });
    tunnels.add(near);
    for (const end of [near, far]) {
      end.on('error', () => {});
      end.on('close', () => {
        near.destroy();
        far.destroy();
        tunnels.delete(near);
      });
    }
  });

  await new Promise<void>((resolve) => proxy.listen(0, resolve));
  const cut = (): void => {
    for (const tunnel of tunnels) tunnel.destroy();
  };
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    cut,
    close() {
      cut();
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
