import { describe, expect, it } from 'vitest';
import type { KnowledgeDocument, Profile } from '../src/features/knowledge/contract.ts';
import { named } from '../src/features/knowledge/named.ts';
import { toDraft, toProfile } from '../src/features/knowledge/profileDraft.ts';

describe('a search in names', () => {
  const documents = ['Crème Brûlée.md', 'price list 2026.pdf', 'מְחִירוֹן חורף.pdf'].map((fileName) => ({ fileName }) as KnowledgeDocument);
  const found = (query: string): readonly string[] => named(documents, query).map(({ fileName }) => fileName);

  it.each([
    ['creme', ['Crème Brûlée.md']],
    ['2026 PRICE', ['price list 2026.pdf']],
    ['מחירון', ['מְחִירוֹן חורף.pdf']],
    ['pdf', ['price list 2026.pdf', 'מְחִירוֹן חורף.pdf']],
    ['price winter', []],
  ])('for "%s" finds %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('for nothing finds all', () => {
    expect(found('  ')).toHaveLength(3);
  });
});

describe('the draft of a profile', () => {
  const PROFILE: Profile = {
    phone: '03-5550100',
    hours: [{ day: 'monday', opens: '08:30', closes: '13:00' }, { day: 'monday', opens: '16:00', closes: '19:00' }, { day: 'saturday', closed: true }],
    more: [{ label: 'Parking', text: 'Behind the shop' }],
    language: 'he',
  };

  it('is the profile again when nothing was changed', () => {
    expect(toProfile(toDraft(PROFILE, 'en'))).toEqual(PROFILE);
  });

  it('of nothing claims nothing but its language', () => {
    expect(toProfile(toDraft(undefined, 'he'))).toEqual({ language: 'he' });
  });

  it('leaves out what is blank', () => {
    const draft = { ...toDraft(PROFILE, 'en'), phone: '  ', address: ' Allenby 1 ' };
    expect(toProfile(draft)).toEqual({ ...Object.fromEntries(Object.entries(PROFILE).filter(([name]) => name !== 'phone')), address: 'Allenby 1' });
  });
});
