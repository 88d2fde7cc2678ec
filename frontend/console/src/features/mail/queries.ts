import { useInfiniteQuery } from '@tanstack/react-query';
import { withQuery, type Page } from '../../shared/api/client.ts';
import { useClient } from '../../shared/session/SessionContext.tsx';
import type { Mail } from './contract.ts';

const PER_PAGE = 50;

/** Newest first. */
export function useMails() {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['mails'],
    queryFn: ({ pageParam, signal }) => client.json<Page<Mail>>(withQuery('/v1/admin/mails', { limit: PER_PAGE, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}
