import { isDay, midnight } from '../../shared/days.ts';
import { OUTCOMES } from './contract.ts';

/** What entries are asked for, as it stands in the address: days as a calendar writes them, the rest as it is typed. */
export const FILTERS = ['from', 'to', 'actor', 'operation', 'outcome', 'text', 'tenantId'] as const;
export type Filter = Readonly<Partial<Record<(typeof FILTERS)[number], string>>>;

const TENANT = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
export const isTenant = (id: string): boolean => TENANT.test(id);

/** Without what is blank, or could not be meant. */
export function filterIn(search: URLSearchParams): Filter {
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const given = (search.get(name) ?? '').trim();
      return given !== '' && isMeant(name, given) ? [[name, given]] : [];
    }),
  );
}

function isMeant(name: (typeof FILTERS)[number], value: string): boolean {
  switch (name) {
    case 'from':
    case 'to':
      return isDay(value);
    case 'outcome':
      return OUTCOMES.some((outcome) => outcome === value);
    case 'tenantId':
      return isTenant(value);
    case 'actor':
    case 'operation':
    case 'text':
      return true;
  }
}

/** Days begin and end where the reader is; the last one is included. */
export function queryOf({ from, to, ...rest }: Filter): Readonly<Record<string, string | undefined>> {
  return { ...rest, from: from === undefined ? undefined : midnight(from, 0), to: to === undefined ? undefined : midnight(to, 1) };
}
