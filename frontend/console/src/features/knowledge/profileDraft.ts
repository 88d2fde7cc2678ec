import type { Language } from '../../shared/locale/language.ts';
import { DAYS, type Day, type OpeningHours, type Profile } from './contract.ts';
import { keyed, type Keyed } from './keyed.ts';

export type DayState = 'unstated' | 'open' | 'closed';

export interface DayDraft {
  readonly state: DayState;
  readonly opens: string;
  readonly closes: string;
}

export const FACTS = ['address', 'phone', 'email', 'shipping', 'returns'] as const;

export interface ProfileDraft extends Readonly<Record<(typeof FACTS)[number], string>> {
  readonly hours: Readonly<Record<Day, DayDraft>>;
  readonly more: readonly Keyed<{ readonly label: string; readonly text: string }>[];
  readonly language: Language;
}

export function toDraft(profile: Profile | undefined, language: Language): ProfileDraft {
  const facts = Object.fromEntries(FACTS.map((fact) => [fact, profile?.[fact] ?? ''])) as Record<(typeof FACTS)[number], string>;
  return {
    ...facts,
    hours: Object.fromEntries(DAYS.map((day) => [day, dayDraft(profile?.hours?.find((hours) => hours.day === day))])) as Record<Day, DayDraft>,
    more: profile?.more?.map(({ label, text }) => keyed({ label, text })) ?? [],
    language: profile?.language ?? language,
  };
}

function dayDraft(hours: OpeningHours | undefined): DayDraft {
  const state = hours === undefined ? 'unstated' : hours.closed === true ? 'closed' : 'open';
  return { state, opens: hours?.opens ?? '09:00', closes: hours?.closes ?? '17:00' };
}

/** What was left empty is not sent, so that nothing is claimed of it. */
export function toProfile(draft: ProfileDraft): Profile {
  const facts = FACTS.flatMap((fact) => (draft[fact].trim() === '' ? [] : [[fact, draft[fact].trim()] as const]));
  const hours = DAYS.flatMap((day) => openingHours(day, draft.hours[day]));
  const more = draft.more
    .map(({ label, text }) => ({ label: label.trim(), text: text.trim() }))
    .filter(({ label, text }) => label !== '' || text !== '');
  return {
    ...Object.fromEntries(facts),
    ...(hours.length === 0 ? {} : { hours }),
    ...(more.length === 0 ? {} : { more }),
    language: draft.language,
  };
}

function openingHours(day: Day, { state, opens, closes }: DayDraft): readonly OpeningHours[] {
  switch (state) {
    case 'unstated':
      return [];
    case 'closed':
      return [{ day, closed: true }];
    case 'open':
      return [{ day, opens, closes }];
  }
}
