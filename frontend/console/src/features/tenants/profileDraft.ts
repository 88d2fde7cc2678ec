import { silencedBy, type Spoken } from '../../shared/languages/languages.ts';
import type { Profile } from '../../shared/tenant/profile.ts';
import type { TenantChange } from './contract.ts';

export interface ProfileDraft extends Spoken {
  readonly name: string;
  readonly industry: string;
  /** As it is typed. */
  readonly requestsPerMinute: string;
}

export const toDraft = ({ name, industry, languages, defaultLocale, requestsPerMinute }: Profile): ProfileDraft => ({
  name, industry: industry ?? '', languages, defaultLocale, requestsPerMinute: String(requestsPerMinute),
});

/** What of the profile is to be another; a greeting goes with its language. */
export function changeOf(profile: Profile, draft: ProfileDraft): TenantChange {
  const before = toDraft(profile);
  const industry = draft.industry.trim();
  const silenced = silencedBy(profile.greetings, draft);
  return {
    ...(draft.name.trim() === before.name ? {} : { name: draft.name.trim() }),
    ...(industry === before.industry ? {} : { industry: industry === '' ? null : industry }),
    ...(draft.languages.join() === before.languages.join() ? {} : { languages: draft.languages }),
    ...(draft.defaultLocale === before.defaultLocale ? {} : { defaultLocale: draft.defaultLocale }),
    ...(silenced.length === 0 ? {} : { greetings: Object.fromEntries(silenced.map((language) => [language, null])) }),
    ...(draft.requestsPerMinute === before.requestsPerMinute ? {} : { requestsPerMinute: Number(draft.requestsPerMinute) }),
  };
}
