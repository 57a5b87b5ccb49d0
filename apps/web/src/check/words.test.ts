import { describe, expect, it, vi } from 'vitest';
import { addressIn } from './address.ts';
import { NO_RESULTS, type Results } from './results.ts';

/** The words as a browser in one language has them. */
async function wordsIn(locale: 'en' | 'zh-CN') {
  vi.resetModules();
  vi.doMock('../locale.ts', () => ({ locale }));
  const modules = await Promise.all([
    import('./demands.ts'),
    import('./test-words.ts'),
    import('./time-words.ts'),
    import('./verdict-words.ts'),
  ]);
  return Object.assign({}, ...modules) as (typeof modules)[0] &
    (typeof modules)[1] &
    (typeof modules)[2] &
    (typeof modules)[3];
}

const { demandsOf, found, spanWords, verdictWords } = await wordsIn('en');
const chinese = await wordsIn('zh-CN');

const ok = { state: 'ok', roundTrip: 0.3 } as const;
const no = { state: 'trouble', trouble: 'silent' } as const;
const SCHOOL = addressIn('http://192.168.1.5:3000');

describe('an address', () => {
  it.each([
    ['http://192.168.1.5:3000', { host: '192.168.1.5', port: 3000, secure: false }],
    ['http://game.example.org', { host: 'game.example.org', port: 80, secure: false }],
    ['https://game.example.org', { host: 'game.example.org', port: 443, secure: true }],
    ['https://[2001:db8::1]:8443', { host: '[2001:db8::1]', port: 8443, secure: true }],
  ])('is read from %s', (origin, address) => expect(addressIn(origin)).toEqual(address));
});

describe('the verdict in words', () => {
  it('names what to allow, and where', () => {
    const results: Results = { ...NO_RESULTS, http: ok, polling: ok, websocket: no };
    expect(verdictWords(results, SCHOOL)).toMatch(
      /slower.*WebSocket upgrades are blocked.*192\.168\.1\.5, port 3000/,
    );
    const nothing: Results = { ...NO_RESULTS, http: no, polling: no, websocket: no };
    expect(verdictWords(nothing, SCHOOL)).toMatch(/Allow HTTP to 192\.168\.1\.5, port 3000/);
    const secure = addressIn('https://game.example.org');
    expect(verdictWords(nothing, secure)).toMatch(/Allow HTTPS to game\.example\.org, port 443/);
  });

  it('says when a WebSocket broke', () => {
    const hold = { state: 'trouble', held: 23_900, at: 0 } as const;
    const results: Results = { ...NO_RESULTS, http: ok, polling: ok, websocket: ok, hold };
    expect(verdictWords(results, SCHOOL)).toContain('broke after 23 s');
  });
});

it('in Chinese nothing is left in English, and no number is lost', () => {
  const trouble = { state: 'trouble', trouble: 'silent' } as const;
  const hold = { state: 'trouble', held: 23_900, at: 0 } as const;
  const cut: Results = { ...NO_RESULTS, http: ok, polling: trouble, websocket: ok, hold };
  expect(chinese.verdictWords(cut, SCHOOL)).toBe(
    '能玩，但 WebSocket 在 23 秒后断开了。请不要切断到 192.168.1.5 端口 3000 的长连接。',
  );
  expect(chinese.found('polling', cut)).toBe('5 秒内没有回应。');
  expect(chinese.spanWords(180_000)).toBe('3分钟');
});

describe('what the administrator is asked for', () => {
  const texts = (origin: string): string =>
    demandsOf(addressIn(origin))
      .map(([, text]) => text)
      .join('\n');
  it('depends on the protocol', () => {
    expect(texts('http://192.168.1.5:3000')).toMatch(
      /192\.168\.1\.5\n3000 .*\nHTTP .*ws:\/\/[\s\S]*\/socket\.io\/[\s\S]*25 s[\s\S]*no proxy/,
    );
    expect(texts('https://game.example.org')).toMatch(/443 .*\nHTTPS .*wss:\/\/[\s\S]*no TLS/);
  });
});

describe('a finding', () => {
  it('never takes no time at all', () => {
    expect(found('http', { ...NO_RESULTS, http: ok })).toContain('in 1 ms');
  });

  it.each([
    [999, 'agree'],
    [-999, 'agree'],
    [5000, 'ahead of the server by 5 seconds'],
    [-180_000, 'behind the server by 3 minutes'],
  ])('of clocks, %j ms ahead', (ahead, words) => {
    expect(found('skew', { ...NO_RESULTS, skew: { state: 'ok', ahead } })).toContain(words);
  });

  it.each([
    [1000, '1 second'],
    [119_999, '119 seconds'],
    [120_000, '2 minutes'],
    [3 * 3_600_000, '3 hours'],
    [400 * 86_400_000, '400 days'],
  ])('of %j ms is %s', (ms, words) => expect(spanWords(ms)).toBe(words));
});
