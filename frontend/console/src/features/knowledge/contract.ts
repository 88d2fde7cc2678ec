import type { Problem } from '../../shared/api/problem.ts';

export type Kind = 'file' | 'text' | 'qa' | 'profile';
export type Status = 'pending' | 'processing' | 'completed' | 'failed';

export interface KnowledgeDocument {
  readonly id: string;
  readonly kind?: Kind;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly status: Status;
  readonly progress: number;
  readonly chunkCount: number;
  /** Of one that is ready: pages that are pictures. Absent where all were read. */
  readonly unreadablePages?: number;
  readonly problem?: Problem;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Chunk {
  readonly chunkId: string;
  readonly ordinal: number;
  readonly heading?: string;
  readonly page?: number;
  readonly text: string;
  readonly language: string;
  readonly tokens: number;
}

export interface TypedText {
  readonly title: string;
  readonly text: string;
}

export interface Pair {
  readonly question: string;
  readonly answer: string;
}

export interface TypedPairs {
  readonly title: string;
  readonly pairs: readonly Pair[];
}

export const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Day = (typeof DAYS)[number];

export interface OpeningHours {
  readonly day: Day;
  readonly opens?: string;
  readonly closes?: string;
  readonly closed?: boolean;
}

export interface Profile {
  readonly hours?: readonly OpeningHours[];
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly shipping?: string;
  readonly returns?: string;
  readonly more?: readonly { readonly label: string; readonly text: string }[];
  readonly language?: 'en' | 'he';
}

export const LIMITS = { fileBytes: 10 * 1024 * 1024, title: 200, text: 200_000, pairs: 500, question: 500, answer: 5_000 } as const;
export const PROFILE_LIMITS = { address: 500, phone: 100, email: 500, shipping: 5_000, returns: 5_000, label: 100, text: 5_000, more: 50, spans: 4 } as const;

export const isUnfinished = ({ status }: KnowledgeDocument): boolean => status === 'pending' || status === 'processing';
export const kindOf = ({ kind }: KnowledgeDocument): Kind => kind ?? 'file';

/** A long document by its words before it is all read, one that is read again as it was. */
export const isFoundAlready = ({ status, chunkCount }: KnowledgeDocument): boolean => status === 'processing' && chunkCount > 0;
