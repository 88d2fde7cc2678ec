import type { Citation, Outcome } from '../../shared/answer/contract.ts';

export interface RetrievedChunk {
  readonly chunkId: string;
  readonly documentId: string;
  readonly documentName: string;
  readonly text: string;
  readonly heading?: string;
  readonly page?: number;
  readonly score: number;
  readonly cited: boolean;
}

export interface TestAnswer {
  readonly text: string;
  readonly outcome: Outcome;
  readonly citations: readonly Citation[];
  readonly usage?: { readonly model: string; readonly inputTokens: number; readonly outputTokens: number };
  readonly chunks: readonly RetrievedChunk[];
  readonly prompt: string;
  readonly timings: { readonly retrievalMs: number; readonly modelMs: number; readonly totalMs: number };
}

export interface Said {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

export interface Question {
  readonly text: string;
  readonly locale: string;
  readonly history: readonly Said[];
  /** As the assistant is drafted, not as it is published. */
  readonly draft?: true;
}

export const LIMITS = { text: 5_000, history: 20 } as const;
