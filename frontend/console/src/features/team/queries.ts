import { useInfiniteQuery, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { isNotFound, withQuery, type Page } from '../../shared/api/client.ts';
import type { MemberRole } from '../../shared/member/roles.ts';
import { useClient, useMember } from '../../shared/session/SessionContext.tsx';
import type { Person } from './contract.ts';

const MEMBERS = '/v1/members';
const PER_PAGE = 50;

const all = ['team'] as const;
/** Nobody waits for it: what came of an action is said at once. */
const refresh = (queries: QueryClient): void => { void queries.invalidateQueries({ queryKey: all }); };
const pathOf = ({ id }: Person): string => `${MEMBERS}/${encodeURIComponent(id)}`;

/** By the time they came. */
export function useTeam() {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: all,
    queryFn: ({ pageParam, signal }) => client.json<Page<Person>>(withQuery(MEMBERS, { limit: PER_PAGE, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

/** An invitation to somebody who is invited already takes the place of the first. */
export function useInvite() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (invited: Pick<Person, 'email' | 'role'>) => client.create<Person>(MEMBERS, invited),
    onSettled: () => { refresh(queries); },
  });
}

export function useChangeRole(person: Person) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (role: MemberRole) => client.json<Person>(pathOf(person), { method: 'PATCH', json: { role } }),
    onSettled: () => { refresh(queries); },
  });
}

/** Removed by somebody else meanwhile is removed, too. Whoever removes themselves may not ask for the list any more. */
export function useRemove(person: Person) {
  const client = useClient();
  const queries = useQueryClient();
  const isSelf = useMember().id === person.id;
  return useMutation({
    mutationFn: async () => {
      try {
        await client.send(pathOf(person), { method: 'DELETE' });
      } catch (failure) {
        if (!isNotFound(failure)) throw failure;
      }
    },
    onSettled: (_done, failure) => {
      if (!isSelf || failure !== null) refresh(queries);
    },
  });
}
