/** What a network has to allow, for whoever runs it. */
import { m } from '../messages/check.ts';
import type { Address } from './address.ts';
import type { Line } from './for-admin.tsx';

/** The server asks for a sign of life every 10 s and waits 8 s for it: what stands idle for this long is dead, s. */
const IDLE = 25;

export function demandsOf({ host, port, secure }: Address): readonly Line[] {
  const [http, scheme, socket] = secure ? ['HTTPS', 'https', 'wss'] : ['HTTP', 'http', 'ws'];
  return [
    [m.admin_server(), host],
    [m.admin_port(), m.admin_port_text({ port: String(port) })],
    [m.admin_protocols(), m.admin_protocols_text({ http, scheme, socket })],
    [m.admin_upgrade(), m.admin_upgrade_text()],
    [m.admin_idle(), m.admin_idle_text({ seconds: String(IDLE) })],
    [m.admin_between(), secure ? m.admin_between_https() : m.admin_between_http()],
  ];
}
