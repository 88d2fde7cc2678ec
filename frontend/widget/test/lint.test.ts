import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)) });

async function complaints(code: string): Promise<readonly string[]> {
  const results = await eslint.lintText(code, { filePath: 'tools/careless.mjs' });
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId ?? 'fatal'));
}

describe('the rule against markup from text', () => {
  it.each([
    'export const f = (el, text) => { el.innerHTML = text; };',
    'export const f = (el, text) => { el.outerHTML = text; };',
    'export const f = (el, text) => { el.srcdoc = text; };',
    "export const f = (el, text) => { el.insertAdjacentHTML('beforeend', text); };",
    'export const f = (el, text) => { el.setHTMLUnsafe(text); };',
  ])('bites: %s', async (code) => {
    expect(await complaints(code)).toEqual(['no-restricted-syntax']);
  });

  it('lets text be text', async () => {
    expect(await complaints('export const f = (el, text) => { el.textContent = text; };')).toEqual([]);
  });
});
