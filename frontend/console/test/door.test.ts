import { describe, expect, it } from 'vitest';
import { deadEndOf } from '../src/shared/door/deadEnd.ts';
import { tokenIn } from '../src/shared/door/linkToken.ts';
import { applicantIn } from '../src/features/signup/applicant.ts';
import { codeIn } from '../src/features/signup/code.ts';
import { refusal, Unreachable } from '../src/shared/api/problem.ts';

describe('the code', () => {
  it.each([
    ['246810', '246810'],
    ['246 810', '246810'],
    [' 246-810\n', '246810'],
    ['Your code is 246810. It is good for 15 minutes.', '246810'],
    ['15 minutes: 246810', '246810'],
    ['24a6', '246'],
    ['2468101', '246810'],
    ['', ''],
  ])('in "%s" is "%s"', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });
});

describe('the token of a link', () => {
  it.each([
    ['#token=aB3-_x', 'aB3-_x'],
    ['#utm=mail&token=aB3-_x', 'aB3-_x'],
    ['#token=', undefined],
    ['#tokens=a', undefined],
    ['', undefined],
  ])('in "%s" is %s', (hash, token) => {
    expect(tokenIn(hash)).toBe(token);
  });

  it.each([
    [400, 'link-over', 'over'],
    [403, 'forbidden', 'forbidden'],
    [400, 'invalid-request', undefined],
    [429, 'rate-limited', undefined],
    [503, 'unavailable', undefined],
  ])('leads after a %i %s to %s', (status, slug, end) => {
    expect(deadEndOf(refusal(status, JSON.stringify({ type: `https://csai.dev/problems/${slug}`, title: slug }), null))).toBe(end);
  });

  it('may be tried again when nobody answered', () => {
    expect(deadEndOf(new Unreachable('/v1/auth/magic-link/redeem'))).toBeUndefined();
    expect(deadEndOf(undefined)).toBeUndefined();
  });
});

describe('who signs up', () => {
  const APPLICANT = { companyName: 'Napoli Corner', email: 'dana@napoli.example', industry: '' };

  it('is remembered without the password', () => {
    expect(applicantIn({ ...APPLICANT, password: 'correct horse battery staple' })).toEqual(APPLICANT);
  });

  it.each([[null], [undefined], ['dana@napoli.example'], [{ email: 'dana@napoli.example' }], [{ ...APPLICANT, industry: 7 }]])('is nobody in %j', (state) => {
    expect(applicantIn(state)).toBeUndefined();
  });
});
