import type { LookChange, Position, Profile } from './contract.ts';

export interface LookDraft {
  readonly color: string;
  readonly position: Position;
  readonly logoUrl: string;
  /** By language. */
  readonly greetings: Readonly<Record<string, string>>;
}

export const toDraft = ({ branding, greetings }: Profile): LookDraft => ({
  color: branding.color,
  position: branding.position,
  logoUrl: branding.logoUrl ?? '',
  greetings,
});

/** What is to be another; nothing when the draft says the same. */
export function changeOf(profile: Profile, draft: LookDraft): LookChange {
  const before = toDraft(profile);
  const branding = {
    ...(draft.color === before.color ? {} : { color: draft.color }),
    ...(draft.position === before.position ? {} : { position: draft.position }),
    ...changed('logoUrl', before.logoUrl, draft.logoUrl),
  };
  const greetings = Object.assign({}, ...profile.languages.map((language) => changed(language, before.greetings[language] ?? '', draft.greetings[language] ?? ''))) as Readonly<Record<string, string | null>>;
  return {
    ...(Object.keys(branding).length === 0 ? {} : { branding }),
    ...(Object.keys(greetings).length === 0 ? {} : { greetings }),
  };
}

/** What was emptied is taken away, not kept as a text of no letters. */
const changed = <K extends string>(name: K, before: string, after: string): Partial<Record<K, string | null>> =>
  after.trim() === before ? {} : ({ [name]: after.trim() === '' ? null : after.trim() } as Partial<Record<K, string | null>>);

export const isColor = (text: string): boolean => /^#[\da-f]{6}$/i.test(text);
