export const PROVIDED_ROLES = ['agent', 'admin'] as const;
export type ProvidedRole = (typeof PROVIDED_ROLES)[number];

export interface Domain {
  readonly domain: string;
  readonly verified: boolean;
  /** Of the DNS record of type TXT that proves whose it is. */
  readonly recordName: string;
  readonly recordValue: string;
}

/** How people sign in at an identity provider of the tenant's own. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly defaultRole: ProvidedRole;
  readonly enabled: boolean;
  /** Whether an address counts that the provider does not say to have verified. */
  readonly trustsEmail: boolean;
  /** What the provider is told to send people back to. */
  readonly redirectUri: string;
  readonly domains: readonly Domain[];
}

export interface ProviderChange {
  readonly issuer: string;
  readonly clientId: string;
  /** Needed the first time, and with another issuer or client; without it the one that is there stays. */
  readonly clientSecret?: string;
  readonly defaultRole: ProvidedRole;
  readonly enabled: boolean;
  readonly trustsEmail: boolean;
  readonly domains: readonly string[];
}
