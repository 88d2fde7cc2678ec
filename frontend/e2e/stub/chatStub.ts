import type { IncomingMessage, ServerResponse } from 'node:http';
import { built } from './built.ts';
import { Loopback } from './loopback.ts';
import { json, jsonOf, problem } from './respond.ts';
import { streamTo, type Step } from './steps.ts';

/** One `POST /v1/chat/messages`, as the stub received it. */
export interface Posted {
  readonly sessionId?: string;
  readonly clientMessageId: string;
  readonly text: string;
  readonly locale?: string;
  readonly lastEventId: string | undefined;
  readonly apiKey: string | undefined;
  readonly contact?: { readonly signature?: string };
}

export type Reaction =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly steps: readonly Step[] };

/** A chat API whose every answer the test decides. It keeps no more than the contract makes visible. */
export class ChatStub extends Loopback {
  readonly posted: Posted[] = [];
  readonly feedback: { messageId: string; rating: string; comment?: string }[] = [];
  config: { status: number; body: unknown } = { status: 200, body: defaultConfig() };
  history: { status: number; items: unknown[] } = { status: 200, items: [] };
  feedbackStatus = 200;
  /** What a contact who comes back is told. */
  session: { status: number; sessionId: string | null } = { status: 200, sessionId: null };
  /** Who came back, by their tokens. */
  readonly returned: (string | undefined)[] = [];
  react: (posted: Posted, nth: number) => Reaction = () => ({ status: 500 });

  protected async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    if (request.method === 'OPTIONS') {
      response.setHeader('Access-Control-Allow-Headers', 'Content-Type, X-API-Key, Last-Event-ID');
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
      response.writeHead(204).end();
    } else if (url.pathname === '/v1/widget/config') this.#json(response, this.config.status, this.config.body);
    else if (url.pathname === '/v1/chat/messages') await this.#message(request, response);
    else if (url.pathname === '/v1/chat/sessions') await this.#return(request, response);
    else if (url.pathname.endsWith('/feedback')) await this.#feedback(request, response, url);
    else if (url.pathname.startsWith('/v1/chat/sessions/')) {
      this.#json(response, this.history.status, { items: this.history.items, nextCursor: null });
    } else if (url.pathname === '/demo/config.json') json(response, 200, { apiKey: 'pk_demo' });
    else await built(response, /^\/demo\/?$/.test(url.pathname) ? '/demo/index.html' : url.pathname);
  }

  #json(response: ServerResponse, status: number, body: unknown): void {
    if (status === 200) json(response, 200, body);
    else problem(response, status, 'stub');
  }

  async #message(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await jsonOf<Omit<Posted, 'lastEventId' | 'apiKey'>>(request);
    const { 'last-event-id': lastEventId, 'x-api-key': apiKey } = request.headers;
    const posted = { ...body, lastEventId: lastEventId?.toString(), apiKey: apiKey?.toString() };
    this.posted.push(posted);
    const reaction = this.react(posted, this.posted.length);
    if ('status' in reaction) problem(response, reaction.status, 'stub', {}, reaction.headers);
    else await streamTo(response, reaction.steps);
  }

  async #return(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const signature = (await jsonOf<Pick<Posted, 'contact'>>(request)).contact?.signature;
    this.returned.push(signature);
    if (signature === undefined) json(response, 200, { sessionId: null });
    else this.#json(response, this.session.status, { sessionId: this.session.sessionId });
  }

  async #feedback(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const given = await jsonOf<{ rating: string; comment?: string }>(request);
    if (this.feedbackStatus !== 200) {
      problem(response, this.feedbackStatus, 'stub');
      return;
    }
    this.feedback.push({ messageId: url.pathname.split('/').at(-2) ?? '', ...given });
    json(response, 200, {});
  }
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
