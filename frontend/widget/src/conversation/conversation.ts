import { Refusal, type ChatApi } from '../api/client';
import type { Feedback, Utterance } from '../api/contract';
import type { Connection } from './connection';
import { entryOf, isAnswered, MAX_ENTRIES, merged, type Entry } from './entries';
import { Reply } from './reply';
import { runTurn } from './runTurn';
import type { KeptStore } from './storage';
import { Transcript, type ConversationState } from './transcript';
import type { TurnState } from './turnState';
import { newUuid } from './uuid';

export interface ConversationParts {
  readonly api: ChatApi;
  readonly connection: Connection;
  readonly kept: KeptStore;
  readonly now: () => number;
  readonly locale: () => string;
}

const MAX_HISTORY_PAGES = 10;

/** One contact's exchange with the tenant: history, what is being said, and what became of it. */
export class Conversation {
  readonly #parts: ConversationParts;
  readonly #transcript: Transcript;
  readonly #life = new AbortController();
  readonly #queue: Utterance[] = [];
  #working = false;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
    this.#transcript = new Transcript(parts.connection.isOnline());
    const stopListening = parts.connection.onChange((online) => {
      this.#transcript.change({ online });
      if (online && this.state.history === 'failed') void this.resume();
    });
    this.#life.signal.addEventListener('abort', stopListening);
  }

  get state(): ConversationState {
    return this.#transcript.state;
  }

  /** Returns how to stop listening. */
  subscribe(listener: () => void): () => void {
    return this.#transcript.subscribe(listener);
  }

  /** Loads what was said before a reload, then takes up what has no answer yet. Again after a failure. */
  async resume(): Promise<void> {
    if (this.state.history === 'loading' || this.state.history === 'loaded') return;
    this.#transcript.change({ history: 'loading' });
    try {
      const sessionId = await this.#session();
      const before = sessionId === undefined ? [] : await this.#load(sessionId);
      this.#historyLoaded(before);
    } catch (failure) {
      this.#historyFailed(failure);
    }
  }

  say(text: string): void {
    this.#enqueue({ clientMessageId: newUuid(), text });
  }

  retry(key: string): void {
    const entry = this.#transcript.find('contact', (candidate) => candidate.key === key);
    if (entry?.turn.phase === 'failed') this.#enqueue({ clientMessageId: key, text: entry.text });
  }

  async rate(messageId: string, feedback: Feedback): Promise<void> {
    const entry = this.#transcript.find('reply', (candidate) => candidate.messageId === messageId);
    if (entry === undefined) return;
    const show = (state: 'saving' | 'saved' | 'failed'): void => {
      this.#transcript.amend('reply', entry.key, { feedback: { ...feedback, state } });
    };
    show('saving');
    try {
      await this.#parts.api.feedback(messageId, feedback);
      show('saved');
    } catch {
      // Shown beside the buttons; pressing one again is the retry.
      show('failed');
    }
  }

  markUnavailable(): void {
    this.#transcript.change({ available: false });
  }

  destroy(): void {
    this.#transcript.silence();
    this.#life.abort();
  }

  /** A contact's is the server's to say: what this browser remembers may be older, or of whoever was logged in before. */
  async #session(): Promise<string | undefined> {
    const { api, kept } = this.#parts;
    const sessionId = await api.session();
    // None there and none here are the same, and what waits to be sent is the contact's own.
    if (sessionId !== undefined && sessionId !== (kept.read().sessionId ?? null)) {
      kept.write({ sessionId: sessionId ?? undefined, pending: [] });
    }
    return kept.read().sessionId;
  }

  async #load(sessionId: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MAX_HISTORY_PAGES; page++) {
      const { items, nextCursor } = await this.#parts.api.history(sessionId, cursor);
      entries.push(...items.map(entryOf));
      if (nextCursor === undefined || nextCursor === null) break;
      cursor = nextCursor;
    }
    return entries.slice(-MAX_ENTRIES);
  }

  #historyLoaded(before: readonly Entry[]): void {
    this.#transcript.change({ history: 'loaded', entries: merged(before, this.state.entries) });
    this.#takeUp();
  }

  #historyFailed(failure: unknown): void {
    const status = failure instanceof Refusal ? failure.status : undefined;
    if (status === 404) {
      this.#forgetSession();
      this.#historyLoaded([]);
      return;
    }
    const available = this.state.available && status !== 401 && status !== 403;
    this.#transcript.change({ history: 'failed', available });
  }

  #takeUp(): void {
    for (const utterance of this.#parts.kept.read().pending) {
      const key = utterance.clientMessageId;
      const known = this.#transcript.find('contact', (entry) => entry.key === key);
      if (known !== undefined && known.turn.phase !== 'settled') continue;
      if (isAnswered(this.state.entries, key)) this.#forget(key);
      else this.#enqueue(utterance);
    }
  }

  #enqueue(utterance: Utterance): void {
    const { clientMessageId: key, text } = utterance;
    const kept = this.#parts.kept.read();
    const others = kept.pending.filter(({ clientMessageId }) => clientMessageId !== key);
    this.#parts.kept.write({ ...kept, pending: [...others, utterance] });
    const at = this.#transcript.find('contact', (entry) => entry.key === key)?.at ?? this.#parts.now();
    this.#transcript.put({ kind: 'contact', key, text, at, turn: { phase: 'queued' } });
    this.#queue.push(utterance);
    void this.#work();
  }

  /** One turn at a time: the server answers in order, and so does the window. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) await this.#turn(next);
    this.#working = false;
  }

  async #turn(utterance: Utterance): Promise<void> {
    const { api, connection, kept, locale, now } = this.#parts;
    const key = utterance.clientMessageId;
    const reply = new Reply(this.#transcript, key, now);
    await runTurn(utterance, {
      api,
      connection,
      locale: locale(),
      signal: this.#life.signal,
      sessionId: () => kept.read().sessionId,
      forgetSession: () => {
        this.#forgetSession();
      },
      onState: (state) => {
        this.#onTurn(key, reply, state);
      },
      onEvent: (event) => {
        if (event.kind === 'session') kept.write({ ...kept.read(), sessionId: event.sessionId });
        else reply.hear(event);
      },
    });
  }

  #onTurn(key: string, reply: Reply, turn: TurnState): void {
    if (this.#life.signal.aborted) return;
    this.#transcript.amend('contact', key, { turn });
    if (turn.phase === 'streaming') reply.begin();
    if (turn.phase === 'unavailable') this.markUnavailable();
    // What was refused for good would be refused on every later page, too.
    if (turn.phase === 'settled' || (turn.phase === 'failed' && turn.because === 'rejected')) this.#forget(key);
    if (turn.phase === 'settled' || turn.phase === 'failed' || turn.phase === 'unavailable') reply.end();
  }

  #forget(key: string): void {
    const kept = this.#parts.kept.read();
    const pending = kept.pending.filter(({ clientMessageId }) => clientMessageId !== key);
    this.#parts.kept.write({ ...kept, pending });
  }

  #forgetSession(): void {
    this.#parts.kept.write({ pending: this.#parts.kept.read().pending });
  }
}
