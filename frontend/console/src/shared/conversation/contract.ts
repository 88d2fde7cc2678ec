import type { Outcome } from '../answer/contract.ts';
import type { Names } from '../contact/called.ts';

export const STATUSES = ['open', 'pending', 'handed_off', 'resolved'] as const;
export type ConversationStatus = (typeof STATUSES)[number];

export const CHANNELS = ['widget', 'whatsapp', 'messenger', 'instagram'] as const;

export type Author = 'contact' | 'assistant' | 'agent';

export interface Conversation {
  readonly id: string;
  /** For operators. */
  readonly tenant?: { readonly id: string; readonly name: string };
  readonly channel: string;
  readonly status: ConversationStatus;
  readonly locale: string;
  readonly contact?: Names & { readonly id: string; readonly verified: boolean; readonly blocked: boolean };
  /** How many messages the contact has sent. */
  readonly turnCount: number;
  readonly createdAt: string;
  readonly lastActivityAt: string;
  /** Not for operators. */
  readonly lastMessage?: { readonly author: Author; readonly text: string; readonly outcome?: Outcome; readonly createdAt: string };
}
