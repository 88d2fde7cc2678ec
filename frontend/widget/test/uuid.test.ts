import { afterEach, expect, it, vi } from 'vitest';
import { newUuid } from '../src/conversation/uuid';

const VERSION_4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

afterEach(() => {
  vi.unstubAllGlobals();
});

it('makes random ids', () => {
  const made = Array.from({ length: 100 }, newUuid);
  for (const id of made) expect(id).toMatch(VERSION_4);
  expect(new Set(made).size).toBe(100);
});

it('makes them on an insecure origin, too', () => {
  const { crypto } = globalThis;
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const made = Array.from({ length: 100 }, newUuid);
  for (const id of made) expect(id).toMatch(VERSION_4);
  expect(new Set(made).size).toBe(100);
});
