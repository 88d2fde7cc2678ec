import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Assistant } from './assistant.ts';
import { Jobs } from './jobs.ts';
import { Knowledge } from './knowledge.ts';
import { Members } from './members.ts';
import { json, problem } from './respond.ts';

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));
/** As the server sends it with every page. */
const POLICY =
  "default-src 'self'; img-src 'self' data: https:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface Disturbance {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Not answered before this. */
  readonly after?: Promise<void>;
}

/** A platform of one process and no database, which does what the console's contract says, and what a test wants. */
export class Platform {
  readonly members = new Members();
  readonly knowledge = new Knowledge();
  readonly assistant = new Assistant();
  readonly jobs = new Jobs();
  readonly asked: string[] = [];
  /** By `METHOD /path`: instead of, or before, the usual answer. */
  readonly disturbances = new Map<string, Disturbance | Promise<void>>();
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
    if (!url.pathname.startsWith('/v1/')) {
      await page(response, url.pathname);
      return;
    }
    const call = `${request.method ?? ''} ${url.pathname}`;
    this.asked.push(call);
    const disturbance = this.disturbances.get(call);
    if (disturbance instanceof Promise) await disturbance;
    else if (disturbance !== undefined) {
      await disturbance.after;
      problem(response, disturbance.status, 'stub', disturbance.body, disturbance.headers);
      return;
    }
    await this.#answer(request, response, url);
  }

  async #answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (url.pathname.startsWith('/v1/auth/')) {
      await this.members.answer(request, response, url);
      return;
    }
    const role = this.members.roleOf(request);
    if (role === undefined) problem(response, 401, 'unauthenticated');
    else if (url.pathname.startsWith('/v1/admin/')) {
      if (role === 'operator') this.jobs.answer(request, response, url);
      else problem(response, 403, 'forbidden');
    } else if (role !== 'owner' && role !== 'admin') problem(response, 403, 'forbidden');
    else if (url.pathname.startsWith('/v1/knowledge/')) await this.knowledge.answer(request, response, url);
    else if (url.pathname === '/v1/assistant/test') json(response, 200, await this.assistant.answer(request));
    else problem(response, 404, 'not-found');
  }
}

async function page(response: ServerResponse, path: string): Promise<void> {
  const isFile = path.startsWith('/console/assets/');
  const name = isFile ? normalize(path) : '/console/index.html';
  try {
    const content = await readFile(join(dist, name));
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': isFile ? "default-src 'none'" : POLICY }).end(content);
  } catch {
    problem(response, 404, 'not-found');
  }
}
