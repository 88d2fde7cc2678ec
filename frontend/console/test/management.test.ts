import { describe, expect, it } from 'vitest';
import { differences } from '../src/features/audit/difference.ts';
import { filterIn, queryOf } from '../src/features/audit/filter.ts';
import { mayGrant } from '../src/features/keys/contract.ts';
import type { Profile } from '../src/shared/tenant/profile.ts';
import { changeOf, toDraft } from '../src/features/settings/profileDraft.ts';
import { isSame, toProviderChange, toProviderDraft } from '../src/features/settings/providerDraft.ts';
import { changeOf as changeOfTenant, toDraft as draftOfTenant } from '../src/features/tenants/profileDraft.ts';
import { OPERATIONS } from '../src/shared/audit/operations.ts';
import { calledOf } from '../src/shared/contact/called.ts';
import { embedCode, linesOf } from '../src/shared/embed.ts';
import { addLanguage, withoutLanguage } from '../src/shared/languages/languages.ts';
import { nameOf } from '../src/shared/locale/languageName.ts';

describe('a key', () => {
  it('is written into the line that embeds the chat', () => {
    expect(embedCode('https://chat.example', 'pk_1')).toBe('<script async src="https://chat.example/widget.js" data-api-key="pk_1"></script>');
  });

  it('has origins that are written one to a line', () => {
    expect(linesOf(' https://a.example \n\n*\r\n')).toEqual(['https://a.example', '*']);
  });

  it('is given what only owners may by an owner alone', () => {
    expect([mayGrant('owner', 'usage:read'), mayGrant('admin', 'usage:read'), mayGrant('admin', 'tools:write')]).toEqual([true, false, true]);
  });
});

describe('a profile', () => {
  const PROFILE: Profile = {
    id: 't', name: 'Napoli', industry: 'Food', defaultLocale: 'en', languages: ['en', 'he'],
    greetings: { en: 'Ciao!' }, requestsPerMinute: 60, createdAt: '2026-01-01T00:00:00Z',
  };
  const changed = (part: Partial<ReturnType<typeof toDraft>>) => changeOf(PROFILE, { ...toDraft(PROFILE), ...part });

  it('is changed in what was changed alone', () => {
    expect(changed({})).toEqual({});
    expect(changed({ name: ' Napoli ' })).toEqual({});
    expect(changed({ name: 'Roma', defaultLocale: 'he' })).toEqual({ name: 'Roma', defaultLocale: 'he' });
  });

  it('has what was emptied taken away', () => {
    expect(changed({ industry: ' ' })).toEqual({ industry: null });
  });

  it('has greetings in its languages only, and a default among them', () => {
    const without = withoutLanguage(toDraft(PROFILE), 'en');
    expect(without).toEqual({ languages: ['he'], defaultLocale: 'he' });
    expect(changed(without)).toEqual({ languages: ['he'], defaultLocale: 'he', greetings: { en: null } });
    expect(addLanguage(toDraft(PROFILE), 'ar')).toEqual({ languages: ['en', 'he', 'ar'], defaultLocale: 'en' });
  });

  it('calls a language by its name, and a tag that is none by itself', () => {
    expect([nameOf('he', 'en'), nameOf('en', 'he'), nameOf('not a tag', 'en')]).toEqual(['Hebrew', 'אנגלית', 'not a tag']);
  });
});

describe('an identity provider', () => {
  const PROVIDER = {
    issuer: 'https://login.example', clientId: 'csai', defaultRole: 'agent', enabled: true, trustsEmail: true, redirectUri: 'https://chat.example/callback',
    domains: [{ domain: 'shop.example', verified: true, recordName: 'n', recordValue: 'v' }],
  } as const;

  it('keeps its secret unless another is given', () => {
    const draft = toProviderDraft(PROVIDER);
    expect(toProviderChange(draft)).toEqual({ issuer: 'https://login.example', clientId: 'csai', defaultRole: 'agent', enabled: true, trustsEmail: true, domains: ['shop.example'] });
    expect(toProviderChange({ ...draft, clientSecret: ' s ', domains: ' Shop.example \n\n' })).toMatchObject({ clientSecret: ' s ', domains: ['shop.example'] });
  });

  it('is the same until something is another', () => {
    const draft = toProviderDraft(PROVIDER);
    expect(isSame(draft, { ...draft, domains: 'shop.example\n' })).toBe(true);
    expect(isSame(draft, { ...draft, enabled: false })).toBe(false);
    expect(isSame(draft, { ...draft, clientSecret: 'new' })).toBe(false);
  });
});

describe('the audit log', () => {
  it('shows what is another than before, down to the field', () => {
    const before = { name: 'A', branding: { color: '#1', position: 'x' }, tags: ['a'], gone: true, at: null };
    const after = { name: 'A', branding: { color: '#2', position: 'x' }, tags: ['a', 'b'], come: { in: 0 }, at: null };
    expect(differences(before, after)).toEqual([
      { path: 'branding.color', before: '#1', after: '#2' },
      { path: 'tags', before: 'a', after: 'a\nb' },
      { path: 'gone', before: 'true', after: undefined },
      { path: 'come.in', before: undefined, after: '0' },
    ]);
    expect(differences(undefined, 'x')).toEqual([{ path: '', before: undefined, after: 'x' }]);
    expect(differences(undefined, undefined)).toEqual([]);
  });

  it('is asked only for what could be meant', () => {
    const search = new URLSearchParams('from=2026-13-40&to=2026-01-02&outcome=maybe&actor=%20dana%20&text=&tenantId=x&other=1');
    expect(filterIn(search)).toEqual({ to: '2026-01-02', actor: 'dana' });
  });

  it('is asked for whole days', () => {
    const { from, to } = queryOf({ from: '2026-01-02', to: '2026-01-02' });
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(86_400_000);
    expect(new Date(from ?? '').getHours()).toBe(0);
  });

  it('calls the same operations by words in both languages', () => {
    expect(Object.keys(OPERATIONS.he)).toEqual(Object.keys(OPERATIONS.en));
    expect(Object.keys(OPERATIONS.en).every((operation) => /^(GET|POST|PUT|PATCH|DELETE) \/v1\/[\w{}/.-]+$/.test(operation))).toBe(true);
  });
});

describe('a contact', () => {
  it.each([
    [{ name: 'Rina', email: 'r@x.example' }, 'Rina'],
    [{ name: ' ', email: 'r@x.example', externalId: '7' }, 'r@x.example'],
    [{ externalId: '7' }, '7'],
    [{}, undefined],
  ])('who is %j is called %s', (contact, called) => {
    expect(calledOf(contact)).toBe(called);
  });
});

describe('what an operator changes of a tenant', () => {
  const TENANT = { id: 't', name: 'Napoli', languages: ['en', 'he'], defaultLocale: 'en', greetings: { he: 'שלום!' }, requestsPerMinute: 60, createdAt: '2026-01-01T00:00:00Z' } as const;
  const wished = (part: object) => changeOfTenant(TENANT, { ...draftOfTenant(TENANT), ...part });

  it('is nothing when the draft says the same', () => {
    expect(wished({ name: ' Napoli ' })).toEqual({});
  });

  it('names what is another, takes away what was emptied, and a greeting with its language', () => {
    expect(wished({ name: 'Roma', industry: ' Food ', requestsPerMinute: '7' })).toEqual({ name: 'Roma', industry: 'Food', requestsPerMinute: 7 });
    expect(changeOfTenant({ ...TENANT, industry: 'Food' }, { ...draftOfTenant(TENANT), industry: ' ' })).toEqual({ industry: null });
    expect(wished({ languages: ['en'] })).toEqual({ languages: ['en'], greetings: { he: null } });
  });
});
