import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChatApi, Refusal, retryAfter, type Turn } from '../src/api/client';
import type { StreamEvent } from '../src/api/contract';

let calls: [string, RequestInit][];
let answer: () => Promise<Response>;

beforeEach(() => {
  calls = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    calls.push([url, init]);
    return answer();
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const api = createChatApi('https://chat.example', 'pk_1');

function turn(events: StreamEvent[], part: Partial<Turn> = {}): Turn {
  return {
    utterance: { clientMessageId: 'u', text: 'Hi' },
    sessionId: undefined,
    locale: 'en',
    lastEventId: '',
    signal: new AbortController().signal,
    onOpen: () => undefined,
    onEvent: (event) => events.push(event),
    ...part,
  };
}

function body(...chunks: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
}

const stream = (...chunks: readonly string[]) => (): Promise<Response> => Promise.resolve(new Response(body(...chunks)));

describe('the stream', () => {
  it('is asked for with the key, the utterance and nothing that is not known', async () => {
    answer = stream();
    await api.stream(turn([]));
    await api.stream(turn([], { sessionId: 's', lastEventId: 't.5' }));
    expect(calls.map(([url]) => url)).toEqual(Array(2).fill('https://chat.example/v1/chat/messages'));
    expect(calls.map(([, init]) => init.headers)).toEqual([
      { 'X-API-Key': 'pk_1', Accept: 'text/event-stream', 'Content-Type': 'application/json' },
      { 'X-API-Key': 'pk_1', Accept: 'text/event-stream', 'Content-Type': 'application/json', 'Last-Event-ID': 't.5' },
    ]);
    expect(calls.map(([, init]) => JSON.parse(init.body as string) as unknown)).toEqual([
      { clientMessageId: 'u', text: 'Hi', locale: 'en' },
      { sessionId: 's', clientMessageId: 'u', text: 'Hi', locale: 'en' },
    ]);
    expect(calls[0]?.[1]).toMatchObject({ method: 'POST', credentials: 'omit' });
  });

  it('is decoded across chunks, and events this version does not know are left out', async () => {
    const events: StreamEvent[] = [];
    answer = stream('event: del', 'ta\ndata: {"text":"ש', 'לום"}\n\nevent: novelty\ndata: {}\n\n', 'event: error\ndata: {"status":429}\n\n');
    await api.stream(turn(events));
    expect(events).toEqual([
      { kind: 'delta', text: 'שלום' },
      { kind: 'error', problem: { status: 429 } },
    ]);
  });

  it.each(['event: delta\ndata: {"text":5}\n\n', 'event: delta\ndata: {not json\n\n', 'event: completed\ndata: {"text":"x"}\n\n'])(
    'fails rather than show what is not of the contract: %j',
    async (chunk) => {
      answer = stream(chunk);
      await expect(api.stream(turn([]))).rejects.toThrow();
    },
  );

  it('is refused with the status and the time to wait', async () => {
    answer = () => Promise.resolve(new Response('{}', { status: 429, headers: { 'Retry-After': '7' } }));
    const refusal: unknown = await api.stream(turn([])).catch((failure: unknown) => failure);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ status: 429, retryAfterMs: 7000 });
  });

  it('is given up when nothing is heard for longer than three heartbeats', async () => {
    vi.useFakeTimers();
    answer = () =>
      new Promise((_, reject) => {
        calls[0]?.[1].signal?.addEventListener('abort', () => {
          reject(new DOMException('aborted', 'AbortError'));
        });
      });
    const failure = api.stream(turn([])).catch((error: unknown) => (error as Error).name);
    await vi.advanceTimersByTimeAsync(44_999);
    expect(calls[0]?.[1].signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await failure).toBe('AbortError');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the other calls', () => {
  it('ask for the configuration in a language', async () => {
    answer = () => Promise.resolve(Response.json({ locale: 'he' }));
    expect(await api.config('he-IL')).toEqual({ locale: 'he' });
    expect(calls[0]?.[0]).toBe('https://chat.example/v1/widget/config?locale=he-IL');
  });

  it('ask for a page of the history', async () => {
    answer = () => Promise.resolve(Response.json({ items: [] }));
    await api.history('s/1', 'c&d');
    expect(calls[0]?.[0]).toBe('https://chat.example/v1/chat/sessions/s%2F1/messages?limit=200&cursor=c%26d');
  });

  it('send feedback', async () => {
    answer = () => Promise.resolve(new Response(null, { status: 204 }));
    await api.feedback('m-1', { rating: 'up' });
    expect(calls[0]?.[0]).toBe('https://chat.example/v1/chat/messages/m-1/feedback');
    expect(calls[0]?.[1].body).toBe('{"rating":"up"}');
  });
});

describe('a contact whom the page has a token of', () => {
  const bodies = (): unknown[] => calls.map(([, init]) => JSON.parse(init.body as string) as unknown);

  it('is asked after once, and named with every message', async () => {
    const known = createChatApi('https://chat.example', 'pk_1', 'a.b.c');
    answer = () => Promise.resolve(Response.json({ sessionId: 's' }));
    expect(await known.session()).toBe('s');
    answer = () => Promise.resolve(Response.json({ sessionId: null }));
    expect(await known.session()).toBeNull();
    answer = stream();
    await known.stream(turn([]));
    expect(calls.map(([url]) => url.slice(20))).toEqual(['/v1/chat/sessions', '/v1/chat/sessions', '/v1/chat/messages']);
    const contact = { signature: 'a.b.c' };
    expect(bodies()).toEqual([{ contact }, { contact }, { clientMessageId: 'u', text: 'Hi', locale: 'en', contact }]);
  });

  it('goes on without the token when that is over', async () => {
    const known = createChatApi('https://chat.example', 'pk_1', 'a.b.c');
    answer = () => (calls.length === 1 ? Promise.resolve(new Response('{}', { status: 401 })) : stream()());
    await known.stream(turn([], { sessionId: 's' }));
    expect(bodies().map((body) => Object.keys(body as object).includes('contact'))).toEqual([true, false]);
    expect(await known.session()).toBeUndefined();
  });

  it('has the session that is kept here go on when the token is over', async () => {
    const known = createChatApi('https://chat.example', 'pk_1', 'a.b.c');
    answer = () =>
      Promise.resolve(calls.length === 1 ? new Response('{}', { status: 401 }) : Response.json({ sessionId: null }));
    expect(await known.session()).toBeUndefined();
    expect(bodies()).toEqual([{ contact: { signature: 'a.b.c' } }, {}]);
  });

  it('does not make a refused key look like a token that is over', async () => {
    const known = createChatApi('https://chat.example', 'pk_1', 'a.b.c');
    answer = () => Promise.resolve(new Response('{}', { status: 401 }));
    await expect(known.session()).rejects.toMatchObject({ status: 401 });
    expect(calls).toHaveLength(2);
  });

  it('is nobody without one', async () => {
    expect(await api.session()).toBeUndefined();
    expect(calls).toEqual([]);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  it.each([
    [null, undefined],
    ['12', 12_000],
    ['0.5', 500],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['-5', 0],
    ['soon', undefined],
  ])('of %j is %j ms', (header, expected) => {
    expect(retryAfter(header, now)).toBe(expected);
  });
});
