import type { ChatApi, Turn } from '../src/api/client';
import type { Answer, Feedback, StoredMessagePage, StreamEvent } from '../src/api/contract';
import type { Connection } from '../src/conversation/connection';
import type { Kept, KeptStore } from '../src/conversation/storage';

type Play = (turn: Turn) => Promise<void> | void;

/** A chat API played by the test, one function per attempt. */
export class FakeApi implements ChatApi {
  readonly turns: Turn[] = [];
  readonly rated: [string, Feedback][] = [];
  readonly plays: Play[] = [];
  pages: (StoredMessagePage | Error)[] = [];
  ratingFault: Error | undefined;
  /** Of a contact who has been here before. */
  restored: string | null | Error | undefined;

  config(): Promise<Record<string, never>> {
    return Promise.resolve({});
  }

  session(): Promise<string | null | undefined> {
    return this.restored instanceof Error ? Promise.reject(this.restored) : Promise.resolve(this.restored);
  }

  history(): Promise<StoredMessagePage> {
    const page = this.pages.shift() ?? { items: [] };
    return page instanceof Error ? Promise.reject(page) : Promise.resolve(page);
  }

  feedback(messageId: string, feedback: Feedback): Promise<void> {
    if (this.ratingFault !== undefined) return Promise.reject(this.ratingFault);
    this.rated.push([messageId, feedback]);
    return Promise.resolve();
  }

  async stream(turn: Turn): Promise<void> {
    this.turns.push(turn);
    const play = this.plays.shift();
    if (play === undefined) throw new Error('the test did not expect another attempt');
    await play(turn);
  }
}

export class FakeConnection implements Connection {
  readonly #listeners = new Set<(online: boolean) => void>();
  #online = true;

  get listeners(): number {
    return this.#listeners.size;
  }

  isOnline(): boolean {
    return this.#online;
  }

  onChange(listener: (online: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  go(online: boolean): void {
    this.#online = online;
    for (const listener of [...this.#listeners]) listener(online);
  }
}

export class MemoryStore implements KeptStore {
  kept: Kept = { pending: [] };

  read(): Kept {
    return this.kept;
  }

  write(kept: Kept): void {
    this.kept = kept;
  }
}

export function answer(part: Partial<Answer> = {}): Answer {
  return {
    sessionId: 's-1',
    conversationId: 'c-1',
    messageId: 'm-1',
    text: 'Until three.',
    outcome: 'answered',
    citations: [],
    conversationStatus: 'open',
    ...part,
  };
}

/** Plays the events in order, each under the id given with it, and ends the stream. */
export function playing(...events: readonly [id: string, event: StreamEvent][]): Play {
  return (turn) => {
    turn.onOpen();
    for (const [id, event] of events) turn.onEvent(event, id);
  };
}

/** As `playing`, but the connection breaks after the last event. */
export function breaking(...events: readonly [id: string, event: StreamEvent][]): Play {
  return async (turn) => {
    await playing(...events)(turn);
    throw new TypeError('network error');
  };
}

export const SESSION: [string, StreamEvent] = ['t.0', { kind: 'session', sessionId: 's-1' }];
export const delta = (id: string, text: string): [string, StreamEvent] => [id, { kind: 'delta', text }];
export const completed = (id: string, part: Partial<Answer> = {}): [string, StreamEvent] => [
  id,
  { kind: 'completed', answer: answer(part) },
];
