// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../src/markdown/markdown';
import { readShared } from './sharedData';

const TAGS = new Set(['P', 'STRONG', 'EM', 'CODE', 'PRE', 'A', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'BR']);
const ATTRIBUTES = new Set(['dir', 'tabindex', 'href', 'target', 'rel', 'title', 'start']);

/** Everything that a text could make the page do, were it rendered carelessly. */
function dangers(text: string): readonly string[] {
  const markdown = createMarkdown();
  markdown.update(text, { opensNewTab: 'new tab', citation: () => undefined });
  const found: string[] = [];
  for (const el of markdown.el.querySelectorAll('*')) {
    if (!TAGS.has(el.tagName)) found.push(`<${el.tagName}>`);
    for (const { name } of el.attributes) if (!ATTRIBUTES.has(name)) found.push(`${el.tagName}[${name}]`);
    if (el instanceof HTMLAnchorElement) {
      if (!['http:', 'https:', 'mailto:'].includes(new URL(el.href).protocol)) found.push(el.href);
      if (el.rel !== 'noopener nofollow noreferrer' || el.target !== '_blank') found.push(el.outerHTML);
    }
  }
  return found;
}

/** The places in a model's answer where a hostile document's words can end up. */
const PLACES: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `[link](${payload})`,
  (payload) => `[link](<${payload}>)`,
  (payload) => `![image](${payload})`,
  (payload) => `[${payload}](https://x.example)`,
  (payload) => `<${payload}>`,
  (payload) => `**${payload}**`,
  (payload) => `- ${payload}\n- \`${payload}\``,
  (payload) => `https://x.example/${payload}`,
  (payload) => `\`\`\`${payload}\n${payload}\n\`\`\``,
];

const payloads = readShared('security/xss-payloads.jsonl')
  ?.trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { payload: string }).payload);

const markdownIt = readShared('security/markdown-it-xss.txt')
  ?.split(/^\.\n/m)
  .filter((_, at) => at % 3 === 1);

describe('what a hostile document can make of an answer', () => {
  it.skipIf(payloads === undefined)('is words only, for every collected payload in every place', () => {
    expect(payloads).toHaveLength(288);
    const texts = (payloads ?? []).flatMap((payload) => PLACES.map((place) => place(payload)));
    expect(texts.flatMap((text) => dangers(text).map((danger) => `${danger} in ${text}`))).toEqual([]);
  });

  it.skipIf(markdownIt === undefined)('is words only, for every case of markdown-it', () => {
    expect(markdownIt?.length).toBeGreaterThan(8);
    for (const text of markdownIt ?? []) expect(dangers(text), text).toEqual([]);
  });

  it.each([
    '[x](java\tscript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](vbscript:x)',
    '[x](//evil.example)',
    '[x](https:javascript:alert(1))',
    '[x](blob:null/1)',
    '[x](file:///etc/passwd)',
  ])('is no link at all: %j', (text) => {
    const markdown = createMarkdown();
    markdown.update(text, { opensNewTab: 'new tab', citation: () => undefined });
    expect(markdown.el.querySelector('a')).toBeNull();
    expect(markdown.el.textContent).toBe(text);
  });

  it.each([
    ['[x](https://good.example\\@evil.example)', 'https://good.example/'],
    ['[x](blob:https://x.example/1)', 'https://x.example/1'],
  ])('leads nowhere but to the address that is shown: %j', (text, href) => {
    const markdown = createMarkdown();
    markdown.update(text, { opensNewTab: 'new tab', citation: () => undefined });
    const link = markdown.el.querySelector('a');
    expect(link?.href).toBe(href);
    expect(new URL(link?.textContent ?? '').href).toBe(href);
  });

  it('would be noticed by this test', () => {
    const careless = document.createElement('div');
    careless.append(Object.assign(document.createElement('a'), { href: 'javascript:alert(1)' }));
    expect(new URL(careless.querySelector('a')?.href ?? '').protocol).toBe('javascript:');
    expect(TAGS.has('IMG')).toBe(false);
    expect(ATTRIBUTES.has('onerror')).toBe(false);
  });
});
