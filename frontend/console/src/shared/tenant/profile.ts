export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly industry?: string;
  readonly defaultLocale: string;
  readonly languages: readonly string[];
  /** By language. */
  readonly greetings: Readonly<Record<string, string>>;
  readonly requestsPerMinute: number;
  readonly createdAt: string;
}

/** A JSON merge patch: what is not named stays, what is null goes. */
export interface ProfileChange {
  readonly name?: string;
  readonly industry?: string | null;
  readonly defaultLocale?: string;
  readonly languages?: readonly string[];
  readonly greetings?: Readonly<Record<string, null>>;
}
