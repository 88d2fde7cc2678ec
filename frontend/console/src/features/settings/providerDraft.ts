import type { ProvidedRole, Provider, ProviderChange } from './contract.ts';

export interface ProviderDraft {
  readonly issuer: string;
  readonly clientId: string;
  /** Empty where it stays as it is. */
  readonly clientSecret: string;
  readonly defaultRole: ProvidedRole;
  readonly enabled: boolean;
  readonly trustsEmail: boolean;
  /** One to a line. */
  readonly domains: string;
}

const NONE: ProviderDraft = {
  issuer: '',
  clientId: '',
  clientSecret: '',
  defaultRole: 'agent',
  enabled: false,
  trustsEmail: false,
  domains: '',
};

export const toProviderDraft = (provider: Provider | null): ProviderDraft =>
  provider === null
    ? NONE
    : {
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: '',
        defaultRole: provider.defaultRole,
        enabled: provider.enabled,
        trustsEmail: provider.trustsEmail,
        domains: provider.domains.map(({ domain }) => domain).join('\n'),
      };

export const toProviderChange = ({ issuer, clientId, clientSecret, domains, ...rest }: ProviderDraft): ProviderChange => ({
  issuer: issuer.trim(),
  clientId: clientId.trim(),
  ...(clientSecret === '' ? {} : { clientSecret }),
  ...rest,
  domains: domains.split('\n').map((line) => line.trim().toLowerCase()).filter((line) => line !== ''),
});

export const isSame = (one: ProviderDraft, other: ProviderDraft): boolean =>
  JSON.stringify(toProviderChange(one)) === JSON.stringify(toProviderChange(other));
