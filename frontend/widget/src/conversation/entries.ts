import type { Author, Citation, Feedback, Outcome, StoredMessage } from '../api/contract';
import type { TurnState } from './turnState';

/** What the person reads, in order. Entries are replaced, never changed, so that a view can compare by identity. */
export type Entry = ContactEntry | ReplyEntry | NoticeEntry;

export interface ContactEntry {
  readonly kind: 'contact';
  readonly key: string;
  readonly text: string;
  readonly at: number;
  readonly turn: TurnState;
}

export interface ReplyEntry {
  readonly kind: 'reply';
  readonly key: string;
  readonly author: Exclude<Author, 'contact'>;
  readonly text: string;
  readonly at: number;
  /** True until the last word has come. */
  readonly streaming: boolean;
  tool?: string;
  readonly messageId?: string;
  readonly outcome?: Outcome;
  readonly citations: readonly Citation[];
  readonly feedback?: KeptFeedback;
}

export interface NoticeEntry {
  readonly kind: 'notice';
  readonly key: string;
  readonly notice: 'handed-off';
}

export interface KeptFeedback extends Feedback {
  /** `stored` came with the history; `saved` has just been thanked for. */
  readonly state: 'stored' | 'saving' | 'saved' | 'failed';
}

/** More than this is neither read nor kept in the page. */
export const MAX_ENTRIES = 300;

export function entryOf(message: StoredMessage): Entry {
  const at = Date.parse(message.createdAt) || 0;
  if (message.author === 'contact') {
    const key = message.clientMessageId ?? message.messageId;
    return { kind: 'contact', key, text: message.text, at, turn: { phase: 'settled' } };
  }
  return {
    kind: 'reply',
    key: message.messageId,
    author: message.author,
    messageId: message.messageId,
    text: message.text,
    at,
    streaming: false,
    citations: message.citations,
    ...(message.outcome === undefined ? {} : { outcome: message.outcome }),
    ...(message.feedback === undefined ? {} : { feedback: { ...message.feedback, state: 'stored' } }),
  };
}

/** Whether an answer follows what the contact said under this key. */
export function isAnswered(entries: readonly Entry[], key: string): boolean {
  const at = entries.findIndex((entry) => entry.key === key);
  return at >= 0 && entries.slice(at + 1).some((entry) => entry.kind === 'reply');
}

/** What the server knows, followed by what only this page knows yet. */
export function merged(stored: readonly Entry[], shown: readonly Entry[]): readonly Entry[] {
  const keys = new Set(stored.map(({ key }) => key));
  const isNew = (entry: Entry): boolean =>
    !keys.has(entry.key) && !(entry.kind === 'reply' && entry.messageId !== undefined && keys.has(entry.messageId));
  return [...stored, ...shown.filter(isNew)];
}
