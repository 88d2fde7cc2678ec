import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, json, jsonOf, problem } from '../respond.ts';
import { invalid } from './invalid.ts';

export interface StubDocument {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  status: string;
  progress: number;
  chunkCount: number;
  unreadablePages?: number;
  problem?: unknown;
  readonly createdAt: string;
  updatedAt: string;
}

const STEP = 45;
const CHUNKS = 60;
const CORRUPT = {
  type: 'https://csai.dev/problems/document-corrupt',
  title: 'The document could not be used',
  detail: 'This file is damaged or was not copied completely. Open it on your computer, save it again and upload the new copy.',
};

/** Reads documents a step further each time somebody looks; "endless" ones never end, and "broken" ones fail. */
export class Knowledge {
  documents: StubDocument[] = [];
  readonly written = new Map<string, unknown>();
  #ids = 0;

  add(fileName: string, part: Partial<StubDocument> = {}): StubDocument {
    const now = new Date().toISOString();
    const document: StubDocument = {
      id: `0192d3a0-0000-7000-8000-${String(++this.#ids).padStart(12, '0')}`,
      kind: 'file', fileName, contentType: 'text/plain', sizeBytes: 18_432, status: 'pending', progress: 0, chunkCount: 0, createdAt: now, updatedAt: now, ...part,
    };
    this.documents.unshift(document);
    return document;
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [area, id, part] = url.pathname.split('/').slice(3);
    if (area === 'documents' && id === undefined) await this.#collection(request, response, url);
    else if (area === 'documents' && id !== undefined) this.#one(request, response, id, part, url);
    else await this.#typed(request, response, area ?? '', id);
  }

  async #collection(request: IncomingMessage, response: ServerResponse, { searchParams }: URL): Promise<void> {
    if (request.method === 'GET') {
      this.documents.forEach(advance);
      json(response, 200, pageOf(this.documents, searchParams));
      return;
    }
    const body = await bodyOf(request);
    const name = /filename="([^"]*)"/.exec(body.toString('utf8'))?.[1] ?? '';
    if (name.includes('huge')) problem(response, 413, 'too-large');
    else json(response, 202, this.add(name, { sizeBytes: body.length }));
  }

  #one(request: IncomingMessage, response: ServerResponse, id: string, part: string | undefined, url: URL): void {
    const document = this.documents.find((known) => known.id === id);
    if (document === undefined) {
      problem(response, 404, 'not-found');
    } else if (request.method === 'DELETE') {
      this.documents = this.documents.filter((known) => known !== document);
      response.writeHead(204).end();
    } else if (part === 'reprocess') {
      Object.assign(document, { status: 'pending', progress: 0 });
      delete document.problem;
      delete document.unreadablePages;
      json(response, 202, document);
    } else if (part === 'chunks') json(response, 200, chunks(document, url));
    else if (part === 'content') response.writeHead(200, { 'Content-Type': 'text/plain;charset=UTF-8' }).end(`The words of ${document.fileName}`);
    else json(response, 200, document);
  }

  async #typed(request: IncomingMessage, response: ServerResponse, area: string, id: string | undefined): Promise<void> {
    const key = area === 'profile' ? 'profile' : (id ?? '');
    if (request.method === 'GET') {
      if (this.written.has(key)) json(response, 200, this.written.get(key));
      else problem(response, 404, 'not-found');
      return;
    }
    const content = await jsonOf<{ title?: string }>(request);
    if (content.title?.trim() === '') {
      invalid(response, '/title', 'required');
      return;
    }
    if ([...this.written].some(([other, known]) => other !== id && JSON.stringify(known) === JSON.stringify(content))) {
      problem(response, 409, 'conflict', { detail: 'Another document holds exactly this.' });
      return;
    }
    const kind = area === 'texts' ? 'text' : area;
    const known = this.documents.find((document) => document.id === id || (kind === 'profile' && document.kind === 'profile'));
    const document = known ?? this.add(content.title ?? 'Business profile', { kind });
    Object.assign(document, { fileName: content.title ?? document.fileName, status: 'pending', progress: 0 });
    this.written.set(kind === 'profile' ? 'profile' : document.id, content);
    json(response, 202, document);
  }
}

function advance(document: StubDocument): void {
  if (document.status === 'completed' || document.status === 'failed') return;
  document.status = 'processing';
  if (document.fileName.includes('endless')) return;
  document.progress += STEP;
  if (document.progress < 100) return;
  const isBroken = document.fileName.includes('broken');
  Object.assign(document, isBroken ? { status: 'failed', problem: CORRUPT } : { status: 'completed', progress: 100, chunkCount: CHUNKS });
}

function chunks(document: StubDocument, { searchParams }: URL): unknown {
  const all = Array.from({ length: document.chunkCount }, (_, ordinal) => ({
    chunkId: `${document.id}-${ordinal}`,
    ordinal,
    ...(ordinal % 3 === 0 ? { heading: 'Delivery' } : {}),
    page: 1 + Math.floor(ordinal / 10),
    text: `Passage ${ordinal + 1}: we deliver within 5 km of the restaurant, every day until 22:30. Orders above 120 ILS travel free of charge.`,
    language: 'en',
    tokens: 31 + (ordinal % 7),
  }));
  return pageOf(all, searchParams);
}

function pageOf(all: readonly unknown[], asked: URLSearchParams): unknown {
  const from = Number(asked.get('cursor') ?? '0');
  const limit = Number(asked.get('limit') ?? '50');
  return { items: all.slice(from, from + limit), nextCursor: from + limit < all.length ? String(from + limit) : null };
}
