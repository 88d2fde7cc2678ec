export const CATEGORIES = ['orders', 'bookings', 'customers', 'marketing', 'support', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];

export const EFFECTS = ['reads', 'writes'] as const;
export type Effect = (typeof EFFECTS)[number];

export const STATES = ['draft', 'published', 'retired'] as const;
export type ToolState = (typeof STATES)[number];

export interface Wording {
  readonly title: string;
  readonly summary: string;
}

/** What an operator says of a tool. */
export interface ToolDefinition {
  /** By which models call it. */
  readonly name: string;
  readonly category: Category;
  readonly effect: Effect;
  /** By which models decide whether to call it. */
  readonly description: string;
  readonly en: Wording;
  readonly he: Wording;
  /** A JSON Schema of one object. */
  readonly parameters: unknown;
}

export interface Tool extends ToolDefinition {
  readonly id: string;
  /** Another one after each change. */
  readonly revision: number;
  readonly state: ToolState;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const isOneOf = <T extends string>(words: readonly T[], word: string | null | undefined): word is T => words.some((known) => known === word);
