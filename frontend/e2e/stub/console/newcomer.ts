import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf } from '../respond.ts';
import { invalid } from './invalid.ts';

const STEPS = ['knowledge', 'tried', 'embedded', 'answered'] as const;

/** How far the tenant has come, and what is found on its pages. */
export class Newcomer {
  /** Nobody is one unless a test says so. */
  readonly done = new Set<string>(STEPS);
  dismissed = false;
  /** The pages that were asked for, the newest last. */
  readonly checked: string[] = [];
  installation: unknown;

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'PATCH') this.dismissed = (await jsonOf<{ dismissed: boolean }>(request)).dismissed;
    json(response, 200, { steps: STEPS.map((step) => ({ step, done: this.done.has(step) })), dismissed: this.dismissed });
  }

  async check(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url } = await jsonOf<{ url: string }>(request);
    this.checked.push(url);
    if (/^https?:/.test(url)) json(response, 200, this.installation);
    else invalid(response, '/url', 'malformed');
  }
}

/** @param codes each with its severity, as in `error origin-missing` */
export const found = (...codes: readonly string[]): readonly { readonly severity: string; readonly code: string }[] =>
  codes.map((text) => ({ severity: text.split(' ')[0] ?? '', code: text.split(' ')[1] ?? '' }));
