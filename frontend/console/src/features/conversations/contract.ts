import type { Citation, Outcome } from '../../shared/answer/contract.ts';
import type { Author } from '../../shared/conversation/contract.ts';

/** One message of a transcript. */
export interface Line {
  readonly messageId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly author: Author;
  readonly text: string;
  readonly outcome?: Outcome;
  readonly citations: readonly Citation[];
  readonly feedback?: { readonly rating: 'up' | 'down'; readonly comment?: string };
  readonly createdAt: string;
}
