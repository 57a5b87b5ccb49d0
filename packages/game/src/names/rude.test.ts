import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_LOCALES, NAME_PARTS } from './generated.ts';
import { NAME_LENGTH } from './name.ts';
import { isRude } from './rude.ts';

describe('a name', () => {
  it.each([
    'fuck',
    'FUCK you',
    'f u c k',
    'f.u.c.k',
    'f*ck',
    'fu**er f**k',
    'fuuuuck',
    'fцck fuсk',
    'sh1t',
    's.h.i.t',
    'a55',
    'A$$',
    'B1TCH',
    'asssshole',
    'dick',
    'sb',
    'NMSL',
    '傻逼',
    '傻 逼',
    '傻*逼 傻逼',
    '草泥马',
    '你是王八蛋',
    '卧槽',
  ])('%j is rude', (name) => expect(isRude(name)).toBe(true));

  it.each([
    'Ada',
    'Cassandra',
    'Scunthorpe',
    'Sussex',
    'Hancock',
    'Peacock',
    'Dickens',
    'Harshit',
    'Ishita',
    'Siriporn',
    'Nazir',
    'Ashkenazi',
    'Janus',
    'Manus',
    'Fuchs',
    'Fukuda',
    'Slutsky',
    'Grape',
    'Therapist',
    'Niger',
    'Shabib',
    'Nguyen Phuc',
    '曹操',
    '日本',
    '草莓',
    '鸡蛋',
    '尼玛次仁',
    '操作系统',
    '王八一',
    '李明',
    '***',
    'S*',
    '7 of 9',
    '😀',
  ])('%j is not', (name) => expect(isRude(name)).toBe(false));

  it('is judged, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(typeof isRude(name)).toBe('boolean');
      }),
    );
  });

  it.each(NAME_LOCALES)('that is drawn in %s is short and kind', (locale) => {
    const { firsts, seconds, between } = NAME_PARTS[locale];
    expect(firsts.length * seconds.length).toBeGreaterThanOrEqual(3600);
    expect(new Set(firsts).size + new Set(seconds).size).toBe(firsts.length + seconds.length);
    for (const first of firsts)
      for (const second of seconds) {
        const name = `${first}${between}${second}`;
        expect(name.length).toBeLessThanOrEqual(NAME_LENGTH);
        if (isRude(name)) throw new Error(name);
      }
  });
});
