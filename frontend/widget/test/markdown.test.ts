// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { InlineOptions } from '../src/markdown/inline';
import { createMarkdown } from '../src/markdown/markdown';

const OPTIONS: InlineOptions = {
  opensNewTab: 'new tab',
  citation(index) {
    if (index > 3) return undefined;
    const button = document.createElement('button');
    button.textContent = String(index);
    return button;
  },
};

/** The nodes as text, without the attributes that every link and block has. */
function html(text: string): string {
  const markdown = createMarkdown();
  markdown.update(text, OPTIONS);
  return markdown.el.innerHTML
    .replaceAll(' dir="auto"', '')
    .replaceAll(' dir="ltr"', '')
    .replaceAll(' tabindex="0"', '')
    .replaceAll(/ target="_blank" rel="noopener nofollow noreferrer" title="[^"]*"/g, '');
}

describe('inline Markdown', () => {
  it.each([
    ['plain words', '<p>plain words</p>'],
    ['**bold** and *italic* and ***both***', '<p><strong>bold</strong> and <em>italic</em> and <strong><em>both</em></strong></p>'],
    ['__bold__ and _italic_ but snake_case_name', '<p><strong>bold</strong> and <em>italic</em> but snake_case_name</p>'],
    ['**שעות הפתיחה**: 11:00', '<p><strong>שעות הפתיחה</strong>: 11:00</p>'],
    ['2 * 3 * 4 and 5*6', '<p>2 * 3 * 4 and 5*6</p>'],
    ['**not closed', '<p>**not closed</p>'],
    ['**** and ** **', '<p>**** and ** **</p>'],
    ['`code **stays**` and ``a ` tick``', '<p><code>code **stays**</code> and <code>a ` tick</code></p>'],
    ['`never closed', '<p>`never closed</p>'],
    ['\\*not italic\\* \\[x\\]', '<p>*not italic* [x]</p>'],
    ['a\nb', '<p>a<br>b</p>'],
    ['*a **b** c*', '<p><em>a <strong>b</strong> c</em></p>'],
  ])('reads %s', (text, expected) => {
    expect(html(text)).toBe(expected);
  });
});

describe('links', () => {
  it('open apart from the page, tell no one where from, and show their address', () => {
    const markdown = createMarkdown();
    markdown.update('[menu](https://shop.example/menu)', OPTIONS);
    expect(markdown.el.querySelector('a')?.outerHTML).toBe(
      '<a href="https://shop.example/menu" target="_blank" rel="noopener nofollow noreferrer" title="https://shop.example/menu (new tab)">menu</a>',
    );
  });

  it.each([
    ['[mail](mailto:hello@shop.example)', '<p><a href="mailto:hello@shop.example">mail</a></p>'],
    ['[a **b**](https://x.example "title")', '<p><a href="https://x.example/">a <strong>b</strong></a></p>'],
    ['see https://x.example/a_b_(c)?d=1.', '<p>see <a href="https://x.example/a_b_(c)?d=1">https://x.example/a_b_(c)?d=1</a>.</p>'],
    ['<https://x.example>', '<p><a href="https://x.example/">https://x.example</a></p>'],
    ['[https://x.example](https://y.example)', '<p><a href="https://y.example/">https://x.example</a></p>'],
    ['[relative](/menu)', '<p>[relative](/menu)</p>'],
    ['[script](javascript:alert(1))', '<p>[script](javascript:alert(1))</p>'],
    ['[script](JaVaScRiPt:alert(1))', '<p>[script](JaVaScRiPt:alert(1))</p>'],
    ['[data](data:text/html,x)', '<p>[data](data:text/html,x)</p>'],
    ['[tel](tel:123)', '<p>[tel](tel:123)</p>'],
    ['xhttps://x.example', '<p>xhttps://x.example</p>'],
  ])('reads %s', (text, expected) => {
    expect(html(text)).toBe(expected);
  });
});

describe('images and raw markup', () => {
  it.each([
    ['![a cat](https://x.example/cat.png)', '<p>a cat</p>'],
    ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['<b>bold</b> &lt; &amp;', '<p>&lt;b&gt;bold&lt;/b&gt; &amp;lt; &amp;amp;</p>'],
  ])('never load or become anything: %s', (text, expected) => {
    expect(html(text)).toBe(expected);
  });
});

describe('references', () => {
  it.each([
    ['Open until 15:00 [1].', '<p>Open until 15:00 <button>1</button>.</p>'],
    ['Both [1, 2] and [3][2]', '<p>Both <button>1</button><button>2</button> and <button>3</button><button>2</button></p>'],
    ['Unknown [9]', '<p>Unknown [9]</p>'],
    ['[see [1]](https://x.example)', '<p><a href="https://x.example/">see 1</a></p>'],
  ])('become what the caller makes of them: %s', (text, expected) => {
    expect(html(text)).toBe(expected);
  });
});

describe('blocks', () => {
  it.each([
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    ['# Title\ntext', '<p><strong>Title</strong></p><p>text</p>'],
    ['- a\n- b\n  more\n- c', '<ul><li>a</li><li>b<br>more</li><li>c</li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['1. a\n   - x\n   - y\n2. b', '<ol start="1"><li>a<ul><li>x</li><li>y</li></ul></li><li>b</li></ol>'],
    ['- a\n\n- b\n\nafter', '<ul><li>a</li><li>b</li></ul><p>after</p>'],
    ['- a\n1. b', '<ul><li>a</li></ul><ol start="1"><li>b</li></ol>'],
    ['intro:\n- a', '<p>intro:</p><ul><li>a</li></ul>'],
    ['> quoted\n> **more**\nnot', '<blockquote>quoted<br><strong>more</strong></blockquote><p>not</p>'],
    ['```js\n<b>&\n```\nafter', '<pre><code>&lt;b&gt;&amp;</code></pre><p>after</p>'],
    ['```\nstill being written', '<pre><code>still being written</code></pre>'],
    ['-not a list\n1.5 is a number', '<p>-not a list<br>1.5 is a number</p>'],
    ['', ''],
  ])('reads %j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('gives each block the direction of its own words', () => {
    const markdown = createMarkdown();
    markdown.update('English\n\nעברית\n\n- פריט', OPTIONS);
    expect(Array.from(markdown.el.children, (el) => [el.tagName, (el as HTMLElement).dir])).toEqual([
      ['P', 'auto'],
      ['P', 'auto'],
      ['UL', 'auto'],
    ]);
  });
});

describe('a growing text', () => {
  it('keeps the blocks that are finished', () => {
    const markdown = createMarkdown();
    markdown.update('first\n\nsec', OPTIONS);
    const [first, second] = markdown.el.children;
    markdown.update('first\n\nsecond', OPTIONS);
    expect(markdown.el.children[0]).toBe(first);
    expect(markdown.el.children[1]).not.toBe(second);
    expect(markdown.el.textContent).toBe('firstsecond');
  });

  it('ends the same as the whole text at once', () => {
    const text = 'On **Friday**:\n\n1. `a`\n2. [b](https://x.example)\n   - c\n\n```\ncode\n```\n\nEnd [1].';
    const markdown = createMarkdown();
    for (let length = 1; length <= text.length; length++) markdown.update(text.slice(0, length), OPTIONS);
    const whole = createMarkdown();
    whole.update(text, OPTIONS);
    expect(markdown.el.innerHTML).toBe(whole.el.innerHTML);
  });
});

describe('hostile sizes', () => {
  it.each([
    ['brackets', '['.repeat(10_000)],
    ['emphasis', '*a '.repeat(5_000)],
    ['mixed marks', '**_`['.repeat(3_000)],
    ['ticks', Array.from({ length: 190 }, (_, at) => '`'.repeat(at + 1)).join(' ').slice(0, 19_000)],
    ['quotes', '> '.repeat(9_000)],
    ['nested lists', Array.from({ length: 140 }, (_, at) => `${' '.repeat(at)}- x`).join('\n')],
  ])('of %s keep every word and do not hang', (_name, text) => {
    const markdown = createMarkdown();
    markdown.update(text, OPTIONS);
    expect(markdown.el.querySelectorAll('*').length).toBeLessThan(20_000);
  });

  it('shows a text beyond every answer as it is', () => {
    const text = '**x** '.repeat(5_000);
    const markdown = createMarkdown();
    markdown.update(text, OPTIONS);
    expect(markdown.el.innerHTML).toBe(`<pre dir="ltr" tabindex="0"><code>${text}</code></pre>`);
  });
});
