import type { Language } from '../../shared/locale/language.ts';
import { DAYS, type Day, type OpeningHours, type Profile } from './contract.ts';
import { keyed, type Keyed } from './keyed.ts';

export type DayState = 'unstated' | 'open' | 'closed';

export type Span = Keyed<{ readonly opens: string; readonly closes: string }>;

/** A day with a break has two spans; there is always one, so that a day that opens has times to begin with. */
export interface DayDraft {
  readonly state: DayState;
  readonly spans: readonly Span[];
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
    hours: Object.fromEntries(DAYS.map((day) => [day, dayDraft(profile?.hours?.filter((hours) => hours.day === day) ?? [])])) as Record<Day, DayDraft>,
    more: profile?.more?.map(({ label, text }) => keyed({ label, text })) ?? [],
    language: profile?.language ?? language,
  };
}

export const newSpan = (opens = '09:00', closes = '17:00'): Span => keyed({ opens, closes });

function dayDraft(hours: readonly OpeningHours[]): DayDraft {
  const spans = hours.filter(({ closed }) => closed !== true).map(({ opens, closes }) => newSpan(opens, closes));
  if (spans.length > 0) return { state: 'open', spans };
  return { state: hours.length === 0 ? 'unstated' : 'closed', spans: [newSpan()] };
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

/** How many of the times that are sent come before those of a day. */
export const timesBefore = (hours: ProfileDraft['hours'], day: Day): number =>
  DAYS.slice(0, DAYS.indexOf(day)).flatMap((earlier) => openingHours(earlier, hours[earlier])).length;

function openingHours(day: Day, { state, spans }: DayDraft): readonly OpeningHours[] {
  switch (state) {
    case 'unstated':
      return [];
    case 'closed':
      return [{ day, closed: true }];
    case 'open':
      return spans.map(({ opens, closes }) => ({ day, opens, closes }));
  }
}
