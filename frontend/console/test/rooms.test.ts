import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { roomsOf } from '../src/app/rooms.ts';
import { durationOf } from '../src/features/jobs/contract.ts';
import { formatsOf } from '../src/shared/locale/formats.ts';
import { preferred } from '../src/shared/locale/language.ts';

const source = fileURLToPath(new URL('../src', import.meta.url));

describe('the rooms', () => {
  it.each([
    ['owner', ['dashboard', 'conversations', 'knowledge', 'assistant', 'tryit', 'widget', 'contacts', 'team', 'keys', 'settings', 'audit']],
    ['admin', ['dashboard', 'conversations', 'knowledge', 'assistant', 'tryit', 'widget', 'contacts', 'team', 'keys', 'settings', 'audit']],
    ['agent', ['conversations', 'contacts']],
    ['operator', ['dashboard', 'conversations', 'tenants', 'jobs', 'tools', 'mail', 'audit']],
  ] as const)('of an %s are %j', (role, ids) => {
    expect(roomsOf(role).map(({ id }) => id)).toEqual(ids);
  });

  it('of an owner are open to an operator who acts for the tenant, but for people, what they say, and secrets', () => {
    expect(roomsOf('owner', true).map(({ id }) => id)).toEqual(['dashboard', 'knowledge', 'assistant', 'tryit', 'widget', 'contacts', 'settings', 'audit']);
  });

  it('know nothing of each other, and what they share knows nothing of them', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
    const wrong = files.flatMap((path) => {
      const feature = /^features\/([^/]+)\//.exec(path)?.[1];
      const imports = [...readFileSync(join(source, path), 'utf8').matchAll(/from '([^']+)'/g)].map(([, name]) => name ?? '');
      if (feature !== undefined) return imports.filter((name) => name.startsWith('../') && !name.startsWith('../../shared/')).map((name) => `${path}: ${name}`);
      return path.startsWith('shared/') ? imports.filter((name) => /features|\/app\//.test(name)).map((name) => `${path}: ${name}`) : [];
    });
    expect(files.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});

describe('the language', () => {
  it.each([[['he-IL', 'en'], 'he'], [['iw'], 'he'], [['fr', 'en-US'], 'en'], [['fr'], 'en'], [[], 'en']] as const)('for %j is %s', (tags, language) => {
    expect(preferred(tags)).toBe(language);
  });
});

describe('figures', () => {
  const NOW = Date.parse('2026-03-01T12:00:00Z');
  const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

  it.each([[900, '900 byte'], [18_432, '18 kB'], [1_300_234, '1.2 MB']])('%i bytes are %s', (bytes, shown) => {
    expect(plain(formatsOf('en').bytes(bytes))).toBe(shown);
  });

  it.each([[4.21, '4.2ms'], [412.7, '413ms'], [12_340, '12.3s'], [186_000, '3.1m']])('%d ms take %s', (milliseconds, shown) => {
    expect(plain(formatsOf('en').duration(milliseconds))).toBe(shown);
  });

  it.each([
    ['2026-03-01T11:59:40Z', 'now'],
    ['2026-03-01T11:57:30Z', '2 minutes ago'],
    ['2026-03-01T02:00:00Z', '10 hours ago'],
    ['2026-02-26T12:00:00Z', '3 days ago'],
    ['2026-01-05T12:00:00Z', '5 Jan 2026'],
  ])('%s was %s', (time, shown) => {
    expect(formatsOf('en').ago(time, NOW)).toBe(shown);
  });

  it('a run takes as long as it has run, until it has ended', () => {
    expect(durationOf({ startedAt: '2026-03-01T11:59:00Z' }, NOW)).toBe(60_000);
    expect(durationOf({ startedAt: '2026-03-01T11:59:00Z', endedAt: '2026-03-01T11:59:12Z', durationMs: 12_004 }, NOW)).toBe(12_004);
    expect(durationOf({}, NOW)).toBeUndefined();
  });
});
