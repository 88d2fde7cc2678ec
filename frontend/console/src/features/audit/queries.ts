import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { withQuery, type Page } from '../../shared/api/client.ts';
import { useClient, useMember } from '../../shared/session/SessionContext.tsx';
import type { AuditEntry, Verification } from './contract.ts';
import { queryOf, type Filter } from './filter.ts';

const PER_PAGE = 50;

/** Operators see what all have done. */
const useLog = (): string => (useMember().role === 'operator' ? '/v1/admin/audit-log' : '/v1/audit-log');

/** Newest first; what was found before stays while something else is looked for. */
export function useEntries(filter: Filter) {
  const client = useClient();
  const log = useLog();
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      client.json<Page<AuditEntry>>(withQuery(log, { limit: PER_PAGE, cursor: pageParam, ...queryOf(filter) }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });
}

/** Reads the whole log, so it is asked for once, and again only by hand. */
export function useVerification(tenantId: string | undefined) {
  const client = useClient();
  const log = useLog();
  return useQuery({
    queryKey: ['audit-verification', tenantId ?? ''],
    queryFn: ({ signal }) => client.json<Verification>(withQuery(`${log}/verification`, { tenantId }), { signal }),
    staleTime: Infinity,
  });
}
