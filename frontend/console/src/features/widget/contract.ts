export const POSITIONS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
export type Position = (typeof POSITIONS)[number];

/** What of the tenant's profile the widget shows. */
export interface Profile {
  readonly name: string;
  readonly defaultLocale: string;
  readonly languages: readonly string[];
  readonly branding: {
    /** As in #0f6f5c. */
    readonly color: string;
    readonly position: Position;
    readonly logoUrl?: string;
  };
  /** By language. */
  readonly greetings: Readonly<Record<string, string>>;
}

/** A JSON merge patch: what is not named stays, what is null goes. */
export interface LookChange {
  readonly branding?: { readonly color?: string; readonly position?: Position; readonly logoUrl?: string | null };
  readonly greetings?: Readonly<Record<string, string | null>>;
}

/** A key that pages may have. */
export interface PageKey {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly key?: string;
  readonly allowedOrigins?: readonly string[];
  readonly status: 'active' | 'expiring' | 'revoked';
}

export const SEVERITIES = ['ok', 'info', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Installation {
  /** Where the page was in the end. */
  readonly origin: string;
  readonly installed: boolean;
  /** Of the page, if one came. */
  readonly status?: number;
  /** Of the key in the page, if it is the tenant's own. */
  readonly keyId?: string;
  readonly findings: readonly { readonly code: string; readonly severity: Severity }[];
}

/** Any page. */
export const ANY = '*';

/** What somebody means who leaves out what browsers leave out, too; what is no address stays as it is. */
export function addressOf(text: string): string {
  const trimmed = text.trim();
  const whole = /^[a-z][a-z\d+.-]*:/i.test(trimmed) && !/^[^/]*:\d/.test(trimmed) ? trimmed : `https://${trimmed}`;
  return trimmed !== '' && URL.canParse(whole) ? new URL(whole).href : trimmed;
}
