/** `10.0.0.1:5000`, `[fd09::1]:8000`. `octets` holds 4 or 16 octets of an address from `at` on. */
export function socketText(octets: Uint8Array, at: number, length: number, port: number): string {
  const address = octets.subarray(at, at + length);
  return length === 4 ? `${address.join('.')}:${port}` : `[${ipv6Text(address)}]:${port}`;
}

/** RFC 5952: no leading zeros, the longest run of two or more zero groups shortened, lower case. */
function ipv6Text(address: Uint8Array): string {
  const groups: number[] = [];
  for (let i = 0; i < 16; i += 2) groups.push(((address[i] ?? 0) << 8) | (address[i + 1] ?? 0));
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (at + length < 8 && groups[at + length] === 0) length++;
    if (length > best.length) best = { at, length };
    at += length;
  }
  const text = (from: number, to: number): string =>
    groups
      .slice(from, to)
      .map((g) => g.toString(16))
      .join(':');
  if (best.at < 0) return text(0, 8);
  return `${text(0, best.at)}::${text(best.at + best.length, 8)}`;
}
