// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { mergeSettings, readScript, wantedLocale } from '../src/settings';

function script(attributes: Readonly<Record<string, string>>, src = 'https://chat.example/widget.js'): HTMLScriptElement {
  const el = document.createElement('script');
  el.setAttribute('src', src);
  for (const [name, value] of Object.entries({ 'data-api-key': 'pk_1', ...attributes })) el.setAttribute(name, value);
  return el;
}

beforeEach(() => {
  document.documentElement.lang = 'fr';
});

describe('the script tag', () => {
  it('says where to ask, as itself', () => {
    expect(readScript(script({}))).toMatchObject({ apiKey: 'pk_1', apiBase: 'https://chat.example', theme: 'auto' });
    expect(readScript(script({}, 'https://chat.example/widget/abc/widget.js')).apiBase).toBe('https://chat.example');
  });

  it('may hold a token of who has logged in', () => {
    expect(readScript(script({ 'data-contact-token': 'a.b.c' })).contactToken).toBe('a.b.c');
  });

  it('may name another place', () => {
    expect(readScript(script({ 'data-api-base': 'https://api.example/csai/' })).apiBase).toBe('https://api.example/csai');
  });

  it.each(['', 'sk_live_1', 'something'])('is refused with the key %j', (key) => {
    expect(() => readScript(script({ 'data-api-key': key }))).toThrow('publishable key');
  });

  it('is ignored where it makes no sense', () => {
    const read = readScript(script({ 'data-position': 'middle', 'data-color': 'red;}', 'data-locale': 'xx', 'data-theme': 'blue' }));
    expect(read).toMatchObject({ position: undefined, color: undefined, locale: undefined, theme: 'auto' });
  });
});

describe('settings', () => {
  const config = {
    brand: { name: 'Napoli', logoUrl: '/logo.svg', color: '#112233', position: 'top-left' },
    greeting: 'Ciao',
    locale: 'he',
    languages: ['he', 'en'],
    features: { feedback: false },
  };

  it('come from the tenant', () => {
    expect(mergeSettings(readScript(script({})), config)).toMatchObject({
      name: 'Napoli',
      logoUrl: 'https://chat.example/logo.svg',
      color: [17, 34, 51],
      position: 'top-left',
      greeting: 'Ciao',
      feedback: false,
    });
  });

  it('give way to what the page says', () => {
    const page = readScript(script({ 'data-position': 'bottom-left', 'data-color': '#fff', 'data-greeting': 'Hey', 'data-locale': 'he-IL' }));
    expect(mergeSettings(page, config)).toMatchObject({
      color: [255, 255, 255],
      position: 'bottom-left',
      greeting: 'Hey',
      locale: { tag: 'he-IL', direction: 'rtl' },
    });
  });

  it('have a default for everything', () => {
    expect(mergeSettings(readScript(script({})), {})).toMatchObject({
      name: 'Assistant',
      logoUrl: undefined,
      position: 'bottom-right',
      greeting: 'Hi! How can we help?',
      locale: { tag: 'en-US', direction: 'ltr' },
      feedback: true,
    });
  });

  it.each(['javascript:alert(1)', 'data:image/svg+xml,x', 'http://'])('show no logo from %s', (logoUrl) => {
    expect(mergeSettings(readScript(script({})), { brand: { logoUrl } }).logoUrl).toBeUndefined();
  });
});

describe('the language', () => {
  it("is the page's before the browser's", () => {
    document.documentElement.lang = 'he';
    expect(wantedLocale(readScript(script({})))).toBe('he');
    document.documentElement.lang = 'fr';
    expect(wantedLocale(readScript(script({})))).toBe('en-US');
  });

  it('is one that the tenant speaks, unless the page insists', () => {
    const onlyHebrew = { locale: 'he', languages: ['he'] };
    expect(mergeSettings(readScript(script({})), onlyHebrew).locale.tag).toBe('he');
    expect(mergeSettings(readScript(script({ 'data-locale': 'en' })), onlyHebrew).locale.tag).toBe('en');
  });

  it('is English where the tenant speaks none of ours', () => {
    expect(mergeSettings(readScript(script({})), { locale: 'de', languages: ['de'] }).locale.tag).toBe('en');
  });
});
