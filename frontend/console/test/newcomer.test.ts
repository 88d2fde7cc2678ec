import { describe, expect, it } from 'vitest';
import { isOver, type StepName } from '../src/features/onboarding/contract.ts';
import { matching, type Command } from '../src/features/search/contract.ts';
import { addressOf, type Profile } from '../src/features/widget/contract.ts';
import { FINDINGS } from '../src/features/widget/findings.ts';
import { changeOf, isColor, toDraft } from '../src/features/widget/lookDraft.ts';
import { draftOf, follow } from '../src/features/widget/originsDraft.ts';
import { sampleAnswer } from '../src/preview/sample.ts';
import type { PreviewDraft } from '../src/shared/preview.ts';

describe('the look of the chat', () => {
  const PROFILE: Profile = {
    name: 'Napoli', defaultLocale: 'en', languages: ['en', 'he'],
    branding: { color: '#b3261e', position: 'top-left', logoUrl: '/logo.svg' }, greetings: { en: 'Ciao!' },
  };
  const changed = (part: Partial<ReturnType<typeof toDraft>>) => changeOf(PROFILE, { ...toDraft(PROFILE), ...part });

  it('is changed in what was changed alone', () => {
    expect(changed({})).toEqual({});
    expect(changed({ color: '#000000', logoUrl: ' /logo.svg ' })).toEqual({ branding: { color: '#000000' } });
    expect(changed({ position: 'top-right', greetings: { en: 'Ciao!', he: 'שלום' } })).toEqual({ branding: { position: 'top-right' }, greetings: { he: 'שלום' } });
  });

  it('has what was emptied taken away', () => {
    expect(changed({ logoUrl: '', greetings: { en: ' ' } })).toEqual({ branding: { logoUrl: null }, greetings: { en: null } });
  });

  it.each([['#0f6f5c', true], ['#0F6F5C', true], ['#0f6', false], ['red', false], ['#0f6f5c;', false]])('takes "%s" for a colour: %s', (text, is) => {
    expect(isColor(text)).toBe(is);
  });
});

describe('the pages that somebody writes', () => {
  const keyWith = (allowedOrigins: readonly string[], id = 'k') => ({ id, name: 'Shop', kind: 'publishable', status: 'active', allowedOrigins }) as const;

  it.each([
    ['are those that are saved as long as nobody writes', 'a\nb', ['a', 'b'], ['c', 'b'], 'c\nb'],
    ['stay, with those that were allowed meanwhile', 'a\n new\n', ['a'], ['a', 'b'], 'a\n new\nb'],
    ['lose what was taken out meanwhile, and nothing else', 'a\nnew', ['a', 'b'], ['b'], 'new'],
    ['have none twice', 'a\nb', ['a'], ['a', 'b'], 'a\nb'],
  ])('%s', (_, written, before, after, now) => {
    const draft = { ...draftOf(keyWith(before)), written };
    expect(follow(draft, keyWith(after))).toEqual({ id: 'k', base: after.join('\n'), written: now });
    expect(follow(draft, keyWith(before))).toBe(draft);
    expect(follow(draft, keyWith(after, 'other'))).toEqual(draftOf(keyWith(after, 'other')));
  });
});

describe('the address of a page', () => {
  it.each([
    ['shop.example', 'https://shop.example/'],
    [' https://shop.example/a b#c ', 'https://shop.example/a%20b#c'],
    ['http://shop.example', 'http://shop.example/'],
    ['localhost:8000/x', 'https://localhost:8000/x'],
    ['חנות.example', 'https://xn--9dbd1a4b.example/'],
    ['ftp://shop.example', 'ftp://shop.example/'],
    ['not an address', 'not an address'],
    ['', ''],
  ])('that is written "%s" is "%s"', (written, address) => {
    expect(addressOf(written)).toBe(address);
  });
});

describe('the findings', () => {
  it('have words in both languages', () => {
    expect(Object.keys(FINDINGS.he)).toEqual(Object.keys(FINDINGS.en));
    expect(FINDINGS.en['origin-missing']({ origin: 'https://shop.example', status: '' })).toContain('https://shop.example');
    expect(FINDINGS.he['bad-status']({ origin: '', status: '404' })).toContain('404');
  });
});

describe('the first steps', () => {
  const after = (...done: readonly StepName[]) => ({ dismissed: false, steps: (['knowledge', 'tried', 'embedded', 'answered'] as const).map((step) => ({ step, done: done.includes(step) })) });

  it('are over with the first answered question, or when nobody wants them', () => {
    expect(isOver(after())).toBe(false);
    expect(isOver(after('knowledge', 'tried', 'embedded'))).toBe(false);
    expect(isOver(after('answered'))).toBe(true);
    expect(isOver({ ...after(), dismissed: true })).toBe(true);
  });
});

describe('the search', () => {
  const command = (label: string, also = ''): Command => ({ id: label, label, also, icon: 'file', act: { to: '/' } });
  const labels = (query: string, ...commands: readonly Command[]) =>
    matching([{ id: 'a', title: 'A', commands }], query).flatMap((group) => group.commands.map(({ label }) => label));

  it('finds whatever has every word, and what begins with the first before the rest', () => {
    const all = [command('Make a new key'), command('Keys', 'מפתחות'), command('Team')];
    expect(labels('', ...all)).toEqual(['Make a new key', 'Keys', 'Team']);
    expect(labels('KEY', ...all)).toEqual(['Keys', 'Make a new key']);
    expect(labels('key new', ...all)).toEqual(['Make a new key']);
    expect(labels('מפת', ...all)).toEqual(['Keys']);
    expect(labels('nothing', ...all)).toEqual([]);
  });

  it('shows a few of many', () => {
    const commands = Array.from({ length: 30 }, (_, n) => command(`menu ${n}`));
    expect(matching([{ id: 'a', title: 'A', commands }], 'menu', 8)[0]?.commands).toHaveLength(8);
  });
});

describe('the preview', () => {
  const DRAFT: PreviewDraft = { kind: 'csai.preview.draft', locale: 'he', config: { brand: { name: 'Napoli' } } };

  it('answers every question of the widget by itself', async () => {
    expect(await sampleAnswer('/v1/widget/config', DRAFT).json()).toEqual(DRAFT.config);
    expect(await sampleAnswer('/v1/chat/sessions', DRAFT).json()).toEqual({ sessionId: 'preview' });
    const history = (await sampleAnswer('/v1/chat/sessions/preview/messages', DRAFT).json()) as { items: { author: string }[] };
    expect(history.items.map(({ author }) => author)).toEqual(['contact', 'assistant']);
    expect(await sampleAnswer('/v1/chat/messages', DRAFT).text()).toMatch(/^event: session\n[^]*event: delta\n[^]*event: completed\n/);
    expect(await sampleAnswer('/v1/chat/messages/x/feedback', DRAFT).json()).toEqual({});
  });
});
