import { STATUSES } from '../../shared/conversation/contract.ts';
import { isDay, midnight } from '../../shared/days.ts';

/** What conversations are asked for, as it stands in the address: days as a calendar writes them. */
export const FILTERS = ['text', 'status', 'channel', 'from', 'to', 'tenant', 'contact'] as const;
export type Filter = Readonly<Partial<Record<(typeof FILTERS)[number], string>>>;

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const CHANNEL = /^[a-z]{1,50}$/;
const MAX_TEXT = 200;

/** Without what is blank, could not be meant, or is not for whoever asks. */
export function filterIn(search: URLSearchParams, isOperator: boolean): Filter {
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const given = (search.get(name) ?? '').trim();
      return given !== '' && isMeant(name, given, isOperator) ? [[name, given]] : [];
    }),
  );
}

/** The same with something in place of what was asked for; undefined takes it away. */
export const changed = (filter: Filter, name: keyof Filter, value: string | undefined): Filter =>
  Object.fromEntries(
    FILTERS.flatMap((each) => {
      const wanted = each === name ? value : filter[each];
      return wanted === undefined || wanted === '' ? [] : [[each, wanted]];
    }),
  );

function isMeant(name: keyof Filter, value: string, isOperator: boolean): boolean {
  switch (name) {
    case 'from':
    case 'to':
      return isDay(value);
    case 'status':
      return STATUSES.some((status) => status === value);
    case 'channel':
      return CHANNEL.test(value);
    case 'contact':
      return ID.test(value);
    case 'tenant':
      return isOperator && ID.test(value);
    case 'text':
      return !isOperator && value.length <= MAX_TEXT;
  }
}

/** Days begin and end where the reader is; the last one is included. */
export function queryOf({ from, to, ...rest }: Filter): Readonly<Record<string, string | undefined>> {
  return { ...rest, since: from === undefined ? undefined : midnight(from, 0), until: to === undefined ? undefined : midnight(to, 1) };
}
