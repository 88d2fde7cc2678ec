/** How the assistant answers. */
export interface Settings {
  /** None for the platform's. */
  readonly model?: string;
  /** From 0 to 1. */
  readonly temperature: number;
  readonly maxTokens: number;
  /** Passages that are looked up for a question. */
  readonly topK: number;
  readonly instructions: string;
  /** What of the conversation is told to the model. */
  readonly memory: { readonly messages: number; readonly tokens: number };
  /** `auto` for the question's. */
  readonly language: string;
  readonly tools: boolean;
  /** What is said when the knowledge has no answer, by language. */
  readonly fallback: Readonly<Record<string, string>>;
}

export const CHANNELS = ['widget'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Assistant {
  readonly enabled: boolean;
  readonly channels: Readonly<Partial<Record<Channel, boolean>>>;
  readonly draft: Settings;
  /** Counts the changes of the draft. */
  readonly revision: number;
  readonly unpublished: boolean;
  /** None as long as nothing was published. */
  readonly version?: number;
  readonly inForce: Settings;
  readonly platformModel: { readonly name: string; readonly generative: boolean };
}

/** What is not named stays as it is. */
export interface Switching {
  readonly enabled?: boolean;
  readonly channels?: Readonly<Partial<Record<Channel, boolean>>>;
}

export interface Version {
  readonly number: number;
  readonly publishedAt: string;
  readonly publishedBy: { readonly id: string; readonly name: string };
  /** The earlier one that was published anew. */
  readonly restoredFrom?: number;
}

export interface WholeVersion extends Version {
  readonly settings: Settings;
}

/** Of the last 30 days. Without answers there are no means. */
export interface Figures {
  readonly answers: number;
  /** From 0 to 1. */
  readonly abstainRate?: number;
  readonly meanTokens?: number;
  readonly meanResponseMs?: number;
}

export const LIMITS = {
  model: 200, instructions: 20_000, fallback: 500,
  temperature: [0, 1], maxTokens: [16, 16_384], topK: [3, 10], messages: [0, 50], tokens: [0, 8_000],
} as const;
