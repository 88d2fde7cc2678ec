import { Refusal, type ChatApi } from '../api/client';
import type { StreamEvent, Utterance } from '../api/contract';
import { pause, type Connection } from './connection';
import { advance, type TurnSignal, type TurnState } from './turnState';

export interface TurnContext {
  readonly api: ChatApi;
  readonly connection: Connection;
  readonly locale: string;
  readonly signal: AbortSignal;
  readonly sessionId: () => string | undefined;
  /** The session is unknown to the server, for instance purged: go on in a new one. */
  readonly forgetSession: () => void;
  readonly onState: (state: TurnState) => void;
  /** No word twice, however often the stream was resumed. */
  readonly onEvent: (event: StreamEvent) => void;
}

/** Sends one utterance until it is answered, refused for good, or the widget is taken off the page. */
export async function runTurn(utterance: Utterance, context: TurnContext): Promise<void> {
  const turn = new TurnRun(utterance, context);
  while (!context.signal.aborted && (await turn.step()));
}

class TurnRun {
  readonly #utterance: Utterance;
  readonly #context: TurnContext;
  readonly #deltas = new Set<string>();
  #state: TurnState = { phase: 'connecting', attempt: 0 };
  #lastEventId = '';
  #ended = false;
  #startedAnew = false;

  constructor(utterance: Utterance, context: TurnContext) {
    this.#utterance = utterance;
    this.#context = context;
    context.onState(this.#state);
  }

  /** Returns whether there is more to do. */
  async step(): Promise<boolean> {
    const state = this.#state;
    if (state.phase === 'connecting') await this.#attempt();
    else if (state.phase === 'waiting' || state.phase === 'offline') {
      const { connection, signal } = this.#context;
      await pause(state.phase === 'waiting' ? state.delayMs : undefined, connection, signal);
      this.#give({ signal: 'resumed' });
    } else return false;
    return true;
  }

  async #attempt(): Promise<void> {
    const { api, locale, sessionId, signal } = this.#context;
    try {
      await api.stream({
        utterance: this.#utterance,
        sessionId: sessionId(),
        locale,
        lastEventId: this.#lastEventId,
        signal,
        onOpen: () => {
          this.#give({ signal: 'opened' });
        },
        onEvent: (event, id) => {
          this.#receive(event, id);
        },
      });
      if (this.#state.phase === 'streaming') this.#broken();
    } catch (failure) {
      if (failure instanceof Refusal) this.#refused(failure);
      else this.#broken();
    }
  }

  #receive(event: StreamEvent, id: string): void {
    if (id !== '') this.#lastEventId = id;
    if (event.kind === 'error') {
      this.#give({ signal: 'refused', status: event.problem.status });
      return;
    }
    if (event.kind === 'delta' && id !== '') {
      // A server that cannot resume begins again: the same ids carry the same words.
      if (this.#deltas.has(id)) return;
      this.#deltas.add(id);
    }
    if (event.kind === 'completed' || event.kind === 'handed-off') this.#ended = true;
    else if (event.kind !== 'session') this.#give({ signal: 'progressed' });
    this.#context.onEvent(event);
  }

  #refused({ status, retryAfterMs }: Refusal): void {
    const unknownSession = status === 404 && this.#context.sessionId() !== undefined;
    if (unknownSession && !this.#startedAnew) {
      this.#startedAnew = true;
      this.#context.forgetSession();
    } else this.#give({ signal: 'refused', status, retryAfterMs });
  }

  /** The connection is gone, which is as it should be once the answer is whole. */
  #broken(): void {
    if (this.#ended) this.#give({ signal: 'settled' });
    else this.#give({ signal: 'dropped', online: this.#context.connection.isOnline() });
  }

  #give(signal: TurnSignal): void {
    if (this.#context.signal.aborted) return;
    this.#state = advance(this.#state, signal);
    this.#context.onState(this.#state);
  }
}
