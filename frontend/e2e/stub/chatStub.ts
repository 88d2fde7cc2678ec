import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { streamTo, type Step } from './steps.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/** One `POST /v1/chat/messages`, as the stub received it. */
export interface Posted {
  readonly sessionId?: string;
  readonly clientMessageId: string;
  readonly text: string;
  readonly locale?: string;
  readonly lastEventId: string | undefined;
  readonly apiKey: string | undefined;
}

export type Reaction =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly steps: readonly Step[] };

/** A chat API whose every answer the test decides. It keeps no more than the contract makes visible. */
export class ChatStub {
  readonly posted: Posted[] = [];
  readonly feedback: { messageId: string; rating: string; comment?: string }[] = [];
  config: { status: number; body: unknown } = { status: 200, body: defaultConfig() };
  history: { status: number; items: unknown[] } = { status: 200, items: [] };
  feedbackStatus = 200;
  react: (posted: Posted, nth: number) => Reaction = () => ({ status: 500 });
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((failure: unknown) => {
        response.destroy(failure instanceof Error ? failure : new Error(String(failure)));
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    if (request.method === 'OPTIONS') {
      response.setHeader('Access-Control-Allow-Headers', 'Content-Type, X-API-Key, Last-Event-ID');
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
      response.writeHead(204).end();
    } else if (url.pathname === '/v1/widget/config') this.#json(response, this.config.status, this.config.body);
    else if (url.pathname === '/v1/chat/messages') await this.#message(request, response);
    else if (url.pathname.endsWith('/feedback')) await this.#feedback(request, response, url);
    else if (url.pathname.startsWith('/v1/chat/sessions/')) {
      this.#json(response, this.history.status, { items: this.history.items, nextCursor: null });
    } else if (url.pathname === '/demo/config.json') this.#json(response, 200, { apiKey: 'pk_demo' });
    else await this.#file(response, url.pathname);
  }

  #json(response: ServerResponse, status: number, body: unknown): void {
    if (status === 200) response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    else problem(response, status);
  }

  async #message(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await text(request)) as Omit<Posted, 'lastEventId' | 'apiKey'>;
    const { 'last-event-id': lastEventId, 'x-api-key': apiKey } = request.headers;
    const posted = { ...body, lastEventId: lastEventId?.toString(), apiKey: apiKey?.toString() };
    this.posted.push(posted);
    const reaction = this.react(posted, this.posted.length);
    if ('status' in reaction) problem(response, reaction.status, reaction.headers);
    else await streamTo(response, reaction.steps);
  }

  async #feedback(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const given = JSON.parse(await text(request)) as { rating: string; comment?: string };
    if (this.feedbackStatus !== 200) {
      problem(response, this.feedbackStatus);
      return;
    }
    this.feedback.push({ messageId: url.pathname.split('/').at(-2) ?? '', ...given });
    this.#json(response, 200, {});
  }

  async #file(response: ServerResponse, path: string): Promise<void> {
    const name = path === '/demo' || path === '/demo/' ? '/demo/index.html' : normalize(path);
    try {
      const content = await readFile(join(dist, name));
      response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(content);
    } catch {
      problem(response, 404);
    }
  }
}

function problem(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  const body = { type: 'https://csai.dev/problems/stub', title: 'Stub', status };
  response.writeHead(status, { 'Content-Type': 'application/problem+json', ...headers }).end(JSON.stringify(body));
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function defaultConfig(): Record<string, unknown> {
  return {
    brand: { name: 'Napoli Corner', logoUrl: '/demo/logo.svg', color: '#b3261e', position: 'bottom-right' },
    greeting: 'Ciao! Ask me about our menu, delivery or opening hours.',
    locale: 'en',
    direction: 'ltr',
    languages: ['en', 'he'],
    features: { feedback: true, handoff: false },
  };
}
