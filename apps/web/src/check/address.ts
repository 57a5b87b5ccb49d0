/** Where the server is, as a firewall wants to know it. */
export type Address = {
  readonly host: string;
  readonly port: number;
  /** HTTPS and WSS. */
  readonly secure: boolean;
};

/** Of `http://host`, with a port or without. */
export function addressIn(origin: string): Address {
  const { hostname, port, protocol } = new URL(origin);
  const secure = protocol === 'https:';
  return { host: hostname, port: port === '' ? (secure ? 443 : 80) : Number(port), secure };
}
