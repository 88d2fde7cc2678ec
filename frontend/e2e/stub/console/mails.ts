import type { ServerResponse } from 'node:http';
import { json } from '../respond.ts';

/** Mails that were kept because there is no server to send them, the newest first. */
export class Mails {
  readonly kept: { readonly id: string; readonly keptAt: string; readonly to: string; readonly subject: string; readonly text: string }[] = [];

  keep(to: string, subject: string, text: string): void {
    this.kept.unshift({ id: `mail-${this.kept.length + 1}`, keptAt: new Date().toISOString(), to, subject, text });
  }

  answer(response: ServerResponse, { searchParams }: URL): void {
    const limit = Number(searchParams.get('limit') ?? '50');
    const after = searchParams.get('cursor');
    const from = after === null ? 0 : 1 + this.kept.findIndex(({ id }) => id === after);
    const items = this.kept.slice(from, from + limit);
    json(response, 200, { items, nextCursor: from + limit < this.kept.length ? items.at(-1)?.id : null });
  }
}
