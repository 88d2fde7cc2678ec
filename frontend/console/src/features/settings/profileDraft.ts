import type { Spoken } from '../../shared/languages/languages.ts';
import type { Position, Profile, ProfileChange } from './contract.ts';

export interface ProfileDraft extends Spoken {
  readonly name: string;
  readonly industry: string;
  readonly color: string;
  readonly position: Position;
  readonly logoUrl: string;
  /** By language; also of one that was taken out and may come back before all is saved. */
  readonly greetings: Readonly<Record<string, string>>;
}

export const toDraft = ({ name, industry, defaultLocale, languages, branding, greetings }: Profile): ProfileDraft => ({
  name,
  industry: industry ?? '',
  defaultLocale,
  languages,
  color: branding.color,
  position: branding.position,
  logoUrl: branding.logoUrl ?? '',
  greetings,
});

/** What of the profile is to be another; nothing when the draft says the same. */
export function changeOf(profile: Profile, draft: ProfileDraft): ProfileChange {
  const before = toDraft(profile);
  const branding = {
    ...(draft.color === before.color ? {} : { color: draft.color }),
    ...(draft.position === before.position ? {} : { position: draft.position }),
    ...changed('logoUrl', before.logoUrl, draft.logoUrl),
  };
  const greetings = greetingsChange(profile, draft);
  return {
    ...(draft.name.trim() === before.name ? {} : { name: draft.name.trim() }),
    ...changed('industry', before.industry, draft.industry),
    ...(draft.languages.join() === before.languages.join() ? {} : { languages: draft.languages }),
    ...(draft.defaultLocale === before.defaultLocale ? {} : { defaultLocale: draft.defaultLocale }),
    ...(Object.keys(branding).length === 0 ? {} : { branding }),
    ...(Object.keys(greetings).length === 0 ? {} : { greetings }),
  };
}

/** What was emptied is taken away, not kept as a text of no letters. */
const changed = <K extends string>(name: K, before: string, after: string): Partial<Record<K, string | null>> =>
  after.trim() === before ? {} : ({ [name]: after.trim() === '' ? null : after.trim() } as Partial<Record<K, string | null>>);

function greetingsChange({ greetings: before }: Profile, { greetings, languages }: ProfileDraft): Readonly<Record<string, string | null>> {
  const spoken = new Set(languages);
  return Object.assign(
    {},
    ...[...new Set([...Object.keys(before), ...languages])].map((language) =>
      changed(language, before[language] ?? '', spoken.has(language) ? (greetings[language] ?? '') : ''),
    ),
  ) as Readonly<Record<string, string | null>>;
}
