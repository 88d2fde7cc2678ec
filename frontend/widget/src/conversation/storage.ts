import type { Utterance } from '../api/contract';

/** What survives a reload: the session, and what was said but has no answer yet. */
export interface Kept {
  readonly sessionId?: string | undefined;
  readonly pending: readonly Utterance[];
}

export interface KeptStore {
  read(): Kept;
  write(kept: Kept): void;
}

const NOTHING: Kept = { pending: [] };
const MAX_PENDING = 20;

function isUtterance(value: unknown): value is Utterance {
  const { clientMessageId, text } = (value ?? {}) as Partial<Utterance>;
  return typeof clientMessageId === 'string' && typeof text === 'string';
}

function parse(stored: string | null): Kept {
  if (stored === null) return NOTHING;
  try {
    const { sessionId, pending } = JSON.parse(stored) as { sessionId?: unknown; pending?: unknown };
    return {
      ...(typeof sessionId === 'string' ? { sessionId } : {}),
      pending: Array.isArray(pending) ? pending.filter(isUtterance).slice(-MAX_PENDING) : [],
    };
  } catch {
    // Written by something else under the same name: as good as nothing.
    return NOTHING;
  }
}

/**
 * Kept by whose session it is: two tenants' widgets on one origin never see each other's, nor does whoever comes after
 * somebody who was logged in.
 */
export function keptStore(whose: string, storage: () => Storage = () => window.localStorage): KeptStore {
  const key = `csai:${whose}`;
  let memory: Kept | undefined;
  return {
    read() {
      if (memory !== undefined) return memory;
      try {
        return parse(storage().getItem(key));
      } catch {
        // Storage may be forbidden in a frame or by a privacy setting: the conversation then lives as long as the page.
        return NOTHING;
      }
    },
    write(kept) {
      try {
        storage().setItem(key, JSON.stringify({ ...kept, pending: kept.pending.slice(-MAX_PENDING) }));
        memory = undefined;
      } catch {
        memory = kept;
      }
    },
  };
}
