/** The JSON this widget exchanges with the chat API. Fields may be added by the server; unknown ones are ignored. */

export type Outcome = 'answered' | 'abstained' | 'handed_off' | 'refused';
export type Rating = 'up' | 'down';
export type Author = 'contact' | 'assistant' | 'agent';
export type Direction = 'ltr' | 'rtl';

export interface Citation {
  readonly index: number;
  readonly documentId: string;
  readonly documentName: string;
  readonly page?: number | null;
  readonly snippet: string;
  readonly score: number;
}

export interface Feedback {
  readonly rating: Rating;
  readonly comment?: string;
}

export interface Answer {
  readonly sessionId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly citations: readonly Citation[];
  readonly conversationStatus: string;
}

/** RFC 9457. Only the status decides what the window does; its words are its own, in the person's language. */
export interface Problem {
  readonly status: number;
}

export type StreamEvent =
  | { readonly kind: 'session'; readonly sessionId: string }
  | { readonly kind: 'delta'; readonly text: string }
  | { readonly kind: 'tool'; readonly name: string }
  | { readonly kind: 'completed'; readonly answer: Answer }
  | { readonly kind: 'handed-off' }
  | { readonly kind: 'error'; readonly problem: Problem };

export interface StoredMessage {
  readonly messageId: string;
  readonly clientMessageId?: string;
  readonly direction: 'inbound' | 'outbound';
  readonly author: Author;
  readonly text: string;
  readonly outcome?: Outcome;
  readonly citations: readonly Citation[];
  readonly feedback?: Feedback;
  readonly createdAt: string;
}

export interface StoredMessagePage {
  readonly items: readonly StoredMessage[];
  readonly nextCursor?: string | null;
}

export interface WidgetConfig {
  readonly brand?: {
    readonly name?: string;
    readonly logoUrl?: string | null;
    readonly color?: string;
    readonly position?: string;
  };
  readonly greeting?: string | null;
  readonly locale?: string;
  readonly direction?: Direction;
  readonly languages?: readonly string[];
  readonly features?: { readonly feedback?: boolean; readonly handoff?: boolean };
}

/** One thing a contact said. The id is made once, so that sending it again never answers or bills twice. */
export interface Utterance {
  readonly clientMessageId: string;
  readonly text: string;
}

/** Counted in UTF-16 code units, as the server counts. */
export const MAX_TEXT = 5000;
export const MAX_COMMENT = 1000;
