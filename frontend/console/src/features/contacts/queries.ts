import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { withQuery, type Page } from '../../shared/api/client.ts';
import { useClient } from '../../shared/session/SessionContext.tsx';
import type { Contact } from './contract.ts';

const CONTACTS = '/v1/contacts';
const PER_PAGE = 50;
const all = ['contacts'] as const;

/** @param text undefined for all of them; what was found before stays while another text is looked for */
export function useContacts(text: string | undefined) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...all, text ?? ''],
    queryFn: ({ pageParam, signal }) => client.json<Page<Contact>>(withQuery(CONTACTS, { limit: PER_PAGE, cursor: pageParam, text }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });
}

export function useBlocking({ id }: Contact) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (blocked: boolean) => client.json<Contact>(`${CONTACTS}/${encodeURIComponent(id)}`, { method: 'PATCH', json: { blocked } }),
    onSettled: () => { void queries.invalidateQueries({ queryKey: all }); },
  });
}
