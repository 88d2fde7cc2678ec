import type { Feedback, StoredMessagePage, StreamEvent, Utterance, WidgetConfig } from './contract';
import { decodeEvent } from './decode';
import { createSseParser } from './sse';

/** The server answered, and not with success. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly retryAfterMs?: number,
  ) {
    super(`the chat API answered ${status}`);
  }
}

export interface Turn {
  readonly utterance: Utterance;
  readonly sessionId: string | undefined;
  readonly locale: string;
  /** Resumes the stream of an earlier attempt after this event. */
  readonly lastEventId: string;
  readonly signal: AbortSignal;
  readonly onOpen: () => void;
  readonly onEvent: (event: StreamEvent, id: string) => void;
}

export interface ChatApi {
  config(locale: string): Promise<WidgetConfig>;
  /** Of the contact whom the page's token names, or null before the first message; nothing without a token that is good. */
  session(): Promise<string | null | undefined>;
  history(sessionId: string, cursor?: string): Promise<StoredMessagePage>;
  feedback(messageId: string, feedback: Feedback): Promise<void>;
  /** Resolves when the stream ends, whether or not it was complete. */
  stream(turn: Turn): Promise<void>;
}

/** Three missed heartbeats of 15 s: the connection is dead although nobody has closed it. */
const SILENCE_MS = 45_000;
const REQUEST_MS = 20_000;
const HISTORY_PAGE = 200;

/** Milliseconds from a `Retry-After` of seconds or of an HTTP date. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function accepted(response: Response): Response {
  if (response.ok) return response;
  throw new Refusal(response.status, retryAfter(response.headers.get('Retry-After'), Date.now()));
}

interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export function createChatApi(base: string, apiKey: string, contactToken?: string): ChatApi {
  let token = contactToken;

  async function call(path: string, body?: object, { headers, signal = AbortSignal.timeout(REQUEST_MS) }: Call = {}): Promise<Response> {
    return fetch(base + path, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      credentials: 'omit',
      headers: { 'X-API-Key': apiKey, ...(body && { 'Content-Type': 'application/json' }), ...headers },
      signal,
    });
  }

  async function json<T>(path: string): Promise<T> {
    return (await accepted(await call(path)).json()) as T;
  }

  /** A token that is over is left out from then on: the session goes on by itself. */
  async function postAsContact(path: string, body: object, init?: Call): Promise<Response> {
    const response = await call(path, { ...body, contact: token && { signature: token } }, init);
    if (response.status !== 401 || !token) return accepted(response);
    token = undefined;
    return postAsContact(path, body, init);
  }

  return {
    config: (locale) => json(`/v1/widget/config?locale=${encodeURIComponent(locale)}`),

    history(sessionId, cursor) {
      const query = new URLSearchParams({ limit: String(HISTORY_PAGE), ...(cursor === undefined ? {} : { cursor }) });
      return json(`/v1/chat/sessions/${encodeURIComponent(sessionId)}/messages?${query.toString()}`);
    },

    async session() {
      const asked = token;
      if (!asked) return undefined;
      const { sessionId } = (await (await postAsContact('/v1/chat/sessions', {})).json()) as { sessionId: string | null };
      // Without the token the server was asked about nobody.
      return asked === token ? sessionId : undefined;
    },

    async feedback(messageId, feedback) {
      accepted(await call(`/v1/chat/messages/${encodeURIComponent(messageId)}/feedback`, feedback));
    },

    async stream(turn) {
      const watch = watchdog(turn.signal);
      try {
        const { sessionId, utterance, locale, lastEventId } = turn;
        const headers = { Accept: 'text/event-stream', ...(lastEventId === '' ? {} : { 'Last-Event-ID': lastEventId }) };
        const body = { sessionId, ...utterance, locale };
        const response = await postAsContact('/v1/chat/messages', body, { headers, signal: watch.signal });
        if (response.body === null) throw new TypeError('the stream has no body');
        turn.onOpen();
        await read(response.body, turn, watch.alive);
      } finally {
        watch.stop();
      }
    },
  };
}

async function read(body: ReadableStream<Uint8Array>, turn: Turn, alive: () => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = createSseParser((sent) => {
    const event = decodeEvent(sent);
    if (event !== undefined) turn.onEvent(event, sent.id);
  });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      alive();
      parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    // After a decoding fault the rest is of no use; on a broken connection cancelling is refused, which changes nothing.
    reader.cancel().catch(() => undefined);
  }
}

/** Aborts when the caller does, or when nothing has been heard for too long. */
function watchdog(caller: AbortSignal): { signal: AbortSignal; alive: () => void; stop: () => void } {
  const controller = new AbortController();
  const abort = controller.abort.bind(controller, undefined);
  let timer = setTimeout(abort, SILENCE_MS);
  caller.addEventListener('abort', abort);
  if (caller.aborted) abort();
  return {
    signal: controller.signal,
    alive() {
      clearTimeout(timer);
      timer = setTimeout(abort, SILENCE_MS);
    },
    stop() {
      clearTimeout(timer);
      caller.removeEventListener('abort', abort);
    },
  };
}
