import type { Profile, ProfileChange } from './contract.ts';

export interface ProfileDraft {
  readonly name: string;
  readonly industry: string;
  readonly defaultLocale: string;
  readonly languages: readonly string[];
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
function greetingsChange({ greetings }: Profile, { languages }: ProfileDraft): Readonly<Record<string, null>> {
  return Object.fromEntries(Object.keys(greetings).filter((language) => !languages.includes(language)).map((language) => [language, null]));
}

export const addLanguage = (draft: ProfileDraft, tag: string): Partial<ProfileDraft> => ({ languages: [...draft.languages, tag] });

/** The default moves on to the first that is left. */
export function withoutLanguage({ languages, defaultLocale }: ProfileDraft, tag: string): Partial<ProfileDraft> {
  const left = languages.filter((language) => language !== tag);
  return { languages: left, defaultLocale: defaultLocale === tag ? (left[0] ?? defaultLocale) : defaultLocale };
}
