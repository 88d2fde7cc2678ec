import { createSseParser, type ServerSentEvent } from '@csai/widget/src/api/sse.ts';
import type { Client } from './client.ts';
import { Refusal, Unreachable } from './problem.ts';

export type StreamState = 'connecting' | 'live' | 'broken';

export interface StreamOptions {
  readonly signal: AbortSignal;
  readonly onEvent: (event: ServerSentEvent) => void;
  readonly onState: (state: StreamState) => void;
  /** Milliseconds before attempt `n`, which counts from 1 since the stream was last live. */
  readonly pause?: (attempt: number) => number;
}

/** Longer than any heartbeat; a connection that is silent for so long is dead. */
const SILENCE = 60_000;
const LONGEST_PAUSE = 30_000;

const growing = (attempt: number): number => Math.min(LONGEST_PAUSE, 1_000 * 2 ** (attempt - 1));

/**
 * Follows a stream of events until told to stop, connecting anew where it broke. By `fetch`, because an EventSource
 * sends no Authorization. A stream that the server ends, as it does when the token expires, is opened again in silence.
 * Gives up where the server refuses.
 */
export async function follow(client: Client, path: string, { signal, onEvent, onState, pause = growing }: StreamOptions): Promise<void> {
  let lastId = '';
  let attempt = 0;
  const isStopped = (): boolean => signal.aborted;
  onState('connecting');
  while (!isStopped()) {
    try {
      await once(client, path, lastId, signal, () => {
        attempt = 0;
        onState('live');
      }, (event) => {
        lastId = event.id;
        onEvent(event);
      });
    } catch (failure) {
      if (isStopped()) return;
      onState('broken');
      if (failure instanceof Refusal && failure.status < 500 && failure.status !== 429) return;
      if (!isBreak(failure)) throw failure;
    }
    attempt++;
    await elapse(pause(attempt), signal);
  }
}

async function once(
  client: Client,
  path: string,
  lastId: string,
  stop: AbortSignal,
  onOpen: () => void,
  onEvent: (event: ServerSentEvent) => void,
): Promise<void> {
  const silence = new AbortController();
  const signal = AbortSignal.any([stop, silence.signal]);
  const headers = { Accept: 'text/event-stream', ...(lastId === '' ? {} : { 'Last-Event-ID': lastId }) };
  const response = await client.send(path, { headers, signal });
  if (response.body === null) return;
  onOpen();
  const parser = createSseParser(onEvent);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const alarm = setTimeout(() => { silence.abort(); }, SILENCE);
    try {
      const { done, value } = await reader.read();
      if (done) return;
      parser.push(value);
    } finally {
      clearTimeout(alarm);
    }
  }
}

/** What a lost connection looks like: our own error, the browser's TypeError, or the silence that was cut off. */
const isBreak = (failure: unknown): boolean =>
  failure instanceof Unreachable || failure instanceof Refusal || failure instanceof TypeError || failure instanceof DOMException;

function elapse(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
