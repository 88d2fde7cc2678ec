import { silencedBy, type Spoken } from '../../shared/languages/languages.ts';
import type { Profile, ProfileChange } from '../../shared/tenant/profile.ts';

export interface ProfileDraft extends Spoken {
  readonly name: string;
  readonly industry: string;
}

export const toDraft = ({ name, industry, defaultLocale, languages }: Profile): ProfileDraft => ({
  name,
  industry: industry ?? '',
  defaultLocale,
  languages,
});

/** What of the profile is to be another; nothing when the draft says the same. */
export function changeOf(profile: Profile, draft: ProfileDraft): ProfileChange {
  const before = toDraft(profile);
  const greetings = greetingsChange(profile, draft);
  return {
    ...(draft.name.trim() === before.name ? {} : { name: draft.name.trim() }),
    ...(draft.industry.trim() === before.industry ? {} : { industry: draft.industry.trim() === '' ? null : draft.industry.trim() }),
    ...(draft.languages.join() === before.languages.join() ? {} : { languages: draft.languages }),
    ...(draft.defaultLocale === before.defaultLocale ? {} : { defaultLocale: draft.defaultLocale }),
    ...(Object.keys(greetings).length === 0 ? {} : { greetings }),
  };
}

/** The greeting in a language that was taken out goes with it. */
const greetingsChange = ({ greetings }: Profile, draft: ProfileDraft): Readonly<Record<string, null>> =>
  Object.fromEntries(silencedBy(greetings, draft).map((language) => [language, null]));
