import { MAX_ENTRIES, type Entry } from './entries';

export interface ConversationState {
  readonly entries: readonly Entry[];
  readonly history: 'none' | 'loading' | 'loaded' | 'failed';
  /** False once the server has said that this key may not chat from this page. */
  readonly available: boolean;
  readonly online: boolean;
}

type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>;

/** The state that is shown, and who wants to know when it changes. */
export class Transcript {
  readonly #listeners = new Set<() => void>();
  #state: ConversationState;

  constructor(online: boolean) {
    this.#state = { entries: [], history: 'none', available: true, online };
  }

  get state(): ConversationState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  silence(): void {
    this.#listeners.clear();
  }

  change(part: Partial<ConversationState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }

  find<K extends Entry['kind']>(kind: K, matches: (entry: EntryOf<K>) => boolean): EntryOf<K> | undefined {
    return this.#state.entries.find(
      (entry): entry is EntryOf<K> => entry.kind === kind && matches(entry as EntryOf<K>),
    );
  }

  /** In place of the entry with the same key, else after the named one, else last. */
  put(entry: Entry, after?: string): void {
    const entries = [...this.#state.entries];
    const at = entries.findIndex(({ key }) => key === entry.key);
    const previous = after === undefined ? -1 : entries.findIndex(({ key }) => key === after);
    if (at >= 0) entries[at] = entry;
    else if (previous >= 0) entries.splice(previous + 1, 0, entry);
    else entries.push(entry);
    this.change({ entries: entries.slice(-MAX_ENTRIES) });
  }

  remove(key: string): void {
    this.change({ entries: this.#state.entries.filter((entry) => entry.key !== key) });
  }

  amend<K extends Entry['kind']>(kind: K, key: string, part: Partial<EntryOf<K>>): void {
    const entry = this.find(kind, (candidate) => candidate.key === key);
    if (entry !== undefined) this.put({ ...entry, ...part });
  }
}
