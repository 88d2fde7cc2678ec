import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf, problem } from '../respond.ts';
import { invalid } from './invalid.ts';

interface StubTool {
  readonly id: string;
  revision: number;
  state: 'draft' | 'published' | 'retired';
  readonly name: string;
  readonly [field: string]: unknown;
}

/** The catalogue, the newest first. */
export class Tools {
  tools: StubTool[] = [];
  #made = 0;

  add(name: string, part: Partial<StubTool> = {}): StubTool {
    const at = new Date(Date.now() - 7_200_000).toISOString();
    const tool: StubTool = {
      id: `tool-${++this.#made}`, revision: 0, state: 'draft', name, category: 'orders', effect: 'reads', description: `Does ${name}.`,
      en: { title: `The ${name}`, summary: 'Looks something up.' }, he: { title: `הכלי ${name}`, summary: 'בודק משהו.' },
      parameters: { type: 'object' }, createdAt: at, updatedAt: at, ...part,
    };
    this.tools.unshift(tool);
    return tool;
  }

  /** As another operator does. */
  change(tool: StubTool, part: Partial<StubTool>): StubTool {
    return Object.assign(tool, part, { revision: tool.revision + 1 });
  }

  async answer(request: IncomingMessage, response: ServerResponse, { pathname, searchParams }: URL): Promise<void> {
    const [id, act] = pathname.split('/').slice(4);
    const known = this.tools.find((tool) => tool.id === id);
    if (id === undefined && request.method === 'GET') this.#page(response, searchParams);
    else if (id === undefined || request.method === 'PUT') await this.#define(request, response, known);
    else if (known === undefined) problem(response, 404, 'not-found');
    else if (request.method === 'GET') json(response, 200, known);
    else if (request.method === 'DELETE') {
      this.tools = this.tools.filter((tool) => tool !== known);
      response.writeHead(204).end();
    } else if (act === 'publish' && (await jsonOf<{ readonly revision?: number }>(request)).revision !== known.revision) problem(response, 409, 'stale');
    else json(response, 200, this.change(known, { state: act === 'publish' ? 'published' : 'retired' }));
  }

  #page(response: ServerResponse, asked: URLSearchParams): void {
    const text = asked.get('text') ?? '';
    const state = asked.get('state');
    const items = this.tools.filter((tool) => JSON.stringify(tool).toLowerCase().includes(text.toLowerCase()) && (state === null || tool.state === state));
    json(response, 200, { items, nextCursor: null });
  }

  async #define(request: IncomingMessage, response: ServerResponse, known: StubTool | undefined): Promise<void> {
    const definition = await jsonOf<Partial<StubTool> & { readonly name: string; readonly parameters: { readonly type?: string } }>(request);
    if (definition.revision !== known?.revision) problem(response, 409, 'stale');
    else if (definition.parameters.type !== 'object') invalid(response, '/parameters/type', 'not-allowed');
    else if (this.tools.some((tool) => tool !== known && tool.name === definition.name)) problem(response, 409, 'conflict');
    else if (known === undefined) json(response, 201, this.add(definition.name, definition));
    else json(response, 200, this.change(known, definition));
  }
}
