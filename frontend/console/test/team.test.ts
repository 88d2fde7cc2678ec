import { describe, expect, it } from 'vitest';
import { changeOf, languageOf, type Account } from '../src/features/account/account.ts';
import { calledOf, mayDecideAbout, standingOf, type Person } from '../src/features/team/contract.ts';
import { roleIn } from '../src/features/team/roleIn.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const INVITED: Person = { id: 'p', email: 'noam@napoli.example', role: 'agent', status: 'invited', createdAt: '2026-02-22T12:00:00Z' };

describe('somebody of the tenant', () => {
  it.each([
    ['active', undefined, 'member'],
    ['invited', '2026-03-01T12:00:01Z', 'invited'],
    ['invited', '2026-03-01T12:00:00Z', 'expired'],
    ['invited', undefined, 'invited'],
  ] as const)('who is %s until %s is %s', (status, expiresAt, standing) => {
    expect(standingOf({ ...INVITED, status, ...(expiresAt === undefined ? {} : { expiresAt }) }, NOW)).toBe(standing);
  });

  it.each([['Noam Bar', 'Noam Bar'], [' ', 'noam@napoli.example'], [undefined, 'noam@napoli.example']])('with the name %j is called %s', (name, called) => {
    expect(calledOf({ email: INVITED.email, ...(name === undefined ? {} : { name }) })).toBe(called);
  });

  it.each([
    ['owner', 'owner', true],
    ['owner', 'agent', true],
    ['admin', 'owner', false],
    ['admin', 'admin', true],
    ['agent', 'agent', false],
    ['operator', 'agent', false],
  ] as const)('who is %s decides about an %s: %s', (role, about, may) => {
    expect(mayDecideAbout(role, about)).toBe(may);
  });

  it.each([['admin', 'admin'], ['operator', 'agent'], ['', 'agent']])('by a form that says "%s" is to be %s', (said, role) => {
    const form = new FormData();
    form.set('role', said);
    expect(roleIn(form)).toBe(role);
  });
});

describe('the own account', () => {
  const ACCOUNT: Account = { id: 'p', email: 'dana@napoli.example', name: 'Dana', locale: 'he-IL', secondFactor: false };

  it('is changed in what was changed alone', () => {
    expect(changeOf(ACCOUNT, { name: 'Dana', language: 'he' })).toEqual({});
    expect(changeOf(ACCOUNT, { name: 'Dana Levi', language: 'he' })).toEqual({ name: 'Dana Levi' });
    expect(changeOf(ACCOUNT, { name: 'Dana', language: 'en' })).toEqual({ locale: 'en' });
  });

  it('keeps a language that the console has no words for, unless another is chosen', () => {
    const french = { ...ACCOUNT, locale: 'fr' };
    expect(languageOf(french)).toBe('en');
    expect(changeOf(french, { name: 'Dana', language: 'en' })).toEqual({});
    expect(changeOf(french, { name: 'Dana', language: 'he' })).toEqual({ locale: 'he' });
  });
});
