import { describe, expect, it } from 'vitest';
import { en } from '../src/locale/en';
import { he } from '../src/locale/he';
import { localeOf, preferredLocale } from '../src/locale/locale';

const HEBREW = /\p{Script=Hebrew}/u;

function words(strings: object): readonly [string, string][] {
  return Object.entries(strings).flatMap(([name, value]): readonly [string, string][] => {
    if (typeof value === 'function') return [[name, (value as (...args: number[]) => string)(3, 5)]];
    return typeof value === 'string' ? [[name, value]] : words(value as object);
  });
}

describe('the words of the window', () => {
  it('exist in both languages', () => {
    expect(words(he).map(([name]) => name)).toEqual(words(en).map(([name]) => name));
  });

  it('are Hebrew in Hebrew and contain none in English', () => {
    for (const [name, text] of words(he)) expect(text, name).toMatch(HEBREW);
    for (const [name, text] of words(en)) expect(text, name).not.toMatch(HEBREW);
  });

  it('count as the language does', () => {
    expect([1, 2, 5].map(en.sources)).toEqual(['1 source', '2 sources', '5 sources']);
    expect([1, 2, 5].map(he.sources)).toEqual(['מקור אחד', 'שני מקורות', '5 מקורות']);
    expect([1, 2, 5].map(he.unread)).toEqual(['הודעה חדשה אחת', 'שתי הודעות חדשות', '5 הודעות חדשות']);
    expect([1, 2].map(en.rateLimited)).toEqual([
      'Lots of messages right now. Trying again in 1 second.',
      'Lots of messages right now. Trying again in 2 seconds.',
    ]);
  });
});

describe('a locale', () => {
  it.each([
    ['en', 'ltr', en],
    ['en-GB', 'ltr', en],
    ['he', 'rtl', he],
    ['he-IL', 'rtl', he],
    ['iw', 'rtl', he],
  ] as const)('%s is written %s', (tag, direction, strings) => {
    expect(localeOf(tag)).toEqual({ tag, direction, strings });
  });

  it('without words here is English, written as English is', () => {
    expect(localeOf('ar')).toEqual({ tag: 'en', direction: 'ltr', strings: en });
  });

  it.each([
    ['he_IL', 'he-IL'],
    ['en_US_POSIX', 'en-US-POSIX'],
    ['HE_il', 'HE-il'],
  ])('written as %s is asked for as %s, which a server and a browser know', (tag, expected) => {
    expect(preferredLocale([tag])).toBe(expected);
    expect(() => new Intl.DateTimeFormat(expected)).not.toThrow();
  });

  it('is the first of the candidates that has words', () => {
    expect(preferredLocale([undefined, '', 'fr', 'he-IL', 'en'])).toBe('he-IL');
    expect(preferredLocale(['fr'])).toBeUndefined();
    expect(preferredLocale(['constructor'])).toBeUndefined();
  });
});
