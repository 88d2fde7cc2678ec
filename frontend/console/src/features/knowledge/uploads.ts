import { Refusal, SUSPENDED, Unreachable } from '../../shared/api/problem.ts';
import { LIMITS, type KnowledgeDocument } from './contract.ts';

export type UploadState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'refused'; readonly because: Reason; /** As the server writes it. */ readonly detail?: string };

export type Reason = 'too-large' | 'throttled' | 'unreachable' | 'suspended' | 'failed' | 'refused';

export interface Upload {
  readonly key: number;
  readonly file: File;
  readonly state: UploadState;
}

export interface UploadPort {
  /** @throws Refusal, Unreachable, or AbortError when the signal says so */
  send(file: File, onPercent: (percent: number) => void, signal: AbortSignal): Promise<KnowledgeDocument>;
}

const AT_ONCE = 3;

/**
 * Files on their way, a few at a time. One that has arrived leaves the list, for it is among the documents then; one
 * that was refused stays until it is tried again or dismissed.
 */
export class Uploads {
  #uploads: readonly Upload[] = [];
  #arrived: readonly string[] = [];
  #nextKey = 1;
  readonly #running = new Map<number, AbortController>();
  readonly #listeners = new Set<() => void>();
  readonly #port: UploadPort;
  readonly #onArrived: (document: KnowledgeDocument) => void;

  constructor(port: UploadPort, onArrived: (document: KnowledgeDocument) => void) {
    this.#port = port;
    this.#onArrived = onArrived;
  }

  readonly list = (): readonly Upload[] => this.#uploads;

  /** The names of those that have arrived since none was on its way. */
  readonly arrived = (): readonly string[] => this.#arrived;

  /** Whether something would be lost if the page went away. */
  get isBusy(): boolean {
    return this.#uploads.some(({ state }) => state.kind !== 'refused');
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(files: readonly File[]): void {
    if (!this.isBusy) this.#arrived = [];
    const added = files.map((file): Upload => ({ key: this.#nextKey++, file, state: firstState(file) }));
    this.#become([...this.#uploads, ...added]);
    this.#start();
  }

  retry(key: number): void {
    this.#set(key, { kind: 'waiting' });
    this.#start();
  }

  /** Takes a file out of the list; one that is being sent is not sent to its end. */
  drop(key: number): void {
    this.#running.get(key)?.abort();
    this.#become(this.#uploads.filter((upload) => upload.key !== key));
  }

  dropAll(): void {
    for (const { key } of this.#uploads) this.drop(key);
  }

  #start(): void {
    const next = this.#uploads.filter(({ state, key }) => state.kind === 'waiting' && !this.#running.has(key));
    for (const upload of next.slice(0, AT_ONCE - this.#running.size)) void this.#run(upload);
  }

  async #run({ key, file }: Upload): Promise<void> {
    const controller = new AbortController();
    this.#running.set(key, controller);
    this.#set(key, { kind: 'sending', percent: 0 });
    try {
      const document = await this.#port.send(file, (percent) => { this.#set(key, { kind: 'sending', percent }); }, controller.signal);
      this.#arrived = [...this.#arrived, file.name];
      this.#become(this.#uploads.filter((upload) => upload.key !== key));
      this.#onArrived(document);
    } catch (failure) {
      this.#set(key, refusedFor(failure));
    } finally {
      this.#running.delete(key);
      this.#start();
    }
  }

  #set(key: number, state: UploadState): void {
    this.#become(this.#uploads.map((upload) => (upload.key === key ? { ...upload, state } : upload)));
  }

  #become(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}

/** What the server would refuse for its size is not sent at all. */
const firstState = ({ size }: File): UploadState =>
  size > LIMITS.fileBytes ? { kind: 'refused', because: 'too-large' } : { kind: 'waiting' };

function refusedFor(failure: unknown): UploadState {
  if (failure instanceof Unreachable) return { kind: 'refused', because: 'unreachable' };
  if (!(failure instanceof Refusal)) return { kind: 'refused', because: 'failed' };
  if (failure.status === 413) return { kind: 'refused', because: 'too-large' };
  if (failure.status === 429) return { kind: 'refused', because: 'throttled' };
  if (failure.slug === SUSPENDED) return { kind: 'refused', because: 'suspended' };
  return failure.status >= 500 ? { kind: 'refused', because: 'failed' } : { kind: 'refused', because: 'refused', detail: failure.message };
}

/** Whether the same bytes may be taken another time. */
export const isWorthRetrying = (because: Reason): boolean => because !== 'too-large';
