import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { withQuery, type Page } from '../../shared/api/client.ts';
import type { Conversation } from '../../shared/conversation/contract.ts';
import { addressOf, save } from '../../shared/save.ts';
import { useClient, useMember } from '../../shared/session/SessionContext.tsx';
import type { Line } from './contract.ts';
import { queryOf, type Filter } from './filter.ts';

const PER_PAGE = 50;
const LINES_PER_PAGE = 200;
/** While the page is visible. */
const PACE = 30_000;

export const useIsOperator = (): boolean => useMember().role === 'operator';

/** Operators read what all tenants have. */
const usePath = (): string => (useIsOperator() ? '/v1/admin/conversations' : '/v1/conversations');

/** What was found before stays while something else is looked for. A search is not repeated by itself, for it is dear. */
export function useConversations(filter: Filter) {
  const client = useClient();
  const path = usePath();
  return useInfiniteQuery({
    queryKey: ['conversations', filter],
    queryFn: ({ pageParam, signal }) =>
      client.json<Page<Conversation>>(withQuery(path, { limit: PER_PAGE, cursor: pageParam, ...queryOf(filter) }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => ({ found: pages.flatMap(({ items }) => items), pages: pages.length }),
    placeholderData: keepPreviousData,
    refetchInterval: filter.text === undefined ? PACE : false,
    refetchOnWindowFocus: filter.text === undefined,
    refetchOnReconnect: filter.text === undefined,
  });
}

export function useConversation(id: string) {
  const client = useClient();
  const path = usePath();
  return useQuery({
    queryKey: ['conversation', id],
    queryFn: ({ signal }) => client.json<Conversation>(`${path}/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: PACE,
  });
}

/** Oldest first. Each look of an operator stands in a log, so theirs is not repeated by itself. */
export function useTranscript(id: string) {
  const client = useClient();
  const path = usePath();
  const isOperator = useIsOperator();
  return useInfiniteQuery({
    queryKey: ['transcript', id],
    queryFn: ({ pageParam, signal }) =>
      client.json<Page<Line>>(withQuery(`${path}/${encodeURIComponent(id)}/messages`, { limit: LINES_PER_PAGE, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    ...(isOperator ? { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } : { refetchInterval: PACE }),
  });
}

export function useFile(filter: Filter) {
  const client = useClient();
  const path = usePath();
  return useMutation({
    mutationFn: async () => {
      const response = await client.send(withQuery(`${path}.csv`, queryOf(filter)));
      save(addressOf(await response.blob()), `conversations-${new Date().toISOString().slice(0, 10)}.csv`);
    },
  });
}
