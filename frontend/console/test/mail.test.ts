import { describe, expect, it } from 'vitest';
import { pieces } from '../src/features/mail/links.ts';

const ORIGIN = 'https://chat.example';
const links = (text: string): readonly (string | undefined)[] => pieces(text, ORIGIN).flatMap(({ href }) => (href === undefined ? [] : [href]));

describe('a mail', () => {
  it('is all there, whatever leads somewhere', () => {
    const text = 'Log in:\nhttps://chat.example/console/magic-link#token=aB3-_x.\n\nOr read https://other.example/help (soon).';
    expect(pieces(text, ORIGIN).map((piece) => piece.text).join('')).toBe(text);
    expect(pieces(text, ORIGIN)).toEqual([
      { text: 'Log in:\n' },
      { text: 'https://chat.example/console/magic-link#token=aB3-_x', href: 'https://chat.example/console/magic-link#token=aB3-_x' },
      { text: '.\n\nOr read https://other.example/help (soon).' },
    ]);
  });

  it.each([
    ['another host', 'https://other.example/console'],
    ['another scheme of the web', 'http://chat.example/console'],
    ['another port', 'https://chat.example:8443/console'],
    ['a host that only begins like ours', 'https://chat.example.evil.example/'],
    ['our host as a name before another', 'https://chat.example@evil.example/'],
    ['a password on the way to us', 'https://dana:secret@chat.example/'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['no address at all', 'https://'],
  ])('does not lead to %s', (_name, text) => {
    expect(pieces(text, ORIGIN)).toEqual([{ text }]);
  });

  it.each([
    ['(https://chat.example/console/a)', 'https://chat.example/console/a'],
    ['<https://chat.example/console/b>', 'https://chat.example/console/b'],
    ['”https://chat.example/console/c“,', 'https://chat.example/console/c'],
    ['HTTPS://CHAT.EXAMPLE/console/d?x=1&y=2!', 'https://chat.example/console/d?x=1&y=2'],
  ])('leads from %s to %s', (text, href) => {
    expect(links(text)).toEqual([href]);
  });

  it('of nothing is nothing', () => {
    expect(pieces('', ORIGIN)).toEqual([]);
  });
});
