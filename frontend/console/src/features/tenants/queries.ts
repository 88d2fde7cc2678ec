import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { withQuery, type Page } from '../../shared/api/client.ts';
import { useClient } from '../../shared/session/SessionContext.tsx';
import type { Key, ListedTenant, NewTenant, Order, Person, Status, Tenant, TenantChange } from './contract.ts';

const TENANTS = '/v1/admin/tenants';
const PER_PAGE = 50;
const all = ['tenants'] as const;
const pathOf = (id: string): string => `${TENANTS}/${encodeURIComponent(id)}`;
const one = (id: string) => [...all, 'one', id] as const;

export interface Wanted {
  readonly text?: string | undefined;
  readonly status?: Status | undefined;
  readonly sort: Order;
}

/** What was found before stays while something else is looked for. */
export function useTenants(wanted: Wanted) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...all, 'list', wanted],
    queryFn: ({ pageParam, signal }) => client.json<Page<ListedTenant>>(withQuery(TENANTS, { limit: PER_PAGE, cursor: pageParam, ...wanted }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });
}

export function useFound() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wished: NewTenant) => client.create<ListedTenant>(TENANTS, wished),
    onSettled: () => { void queries.invalidateQueries({ queryKey: all }); },
  });
}

/** A form is not overwritten while somebody types into it. */
export function useTenant(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: one(id),
    queryFn: ({ signal }) => client.json<Tenant>(pathOf(id), { signal }),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** What comes back is the tenant as it is now. */
function useOnTenant<T>(id: string, ask: (wish: T) => Promise<Tenant>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: (tenant) => {
      queries.setQueryData(one(id), tenant);
      void queries.invalidateQueries({ queryKey: [...all, 'list'] });
    },
  });
}

export function useChangeProfile(id: string) {
  const client = useClient();
  return useOnTenant(id, (change: TenantChange) => client.json<Tenant>(pathOf(id), { method: 'PATCH', json: change }));
}

export function useSuspend(id: string) {
  const client = useClient();
  return useOnTenant(id, (reason: string) => client.json<Tenant>(`${pathOf(id)}/suspend`, { method: 'POST', json: { reason } }));
}

export function useActivate(id: string) {
  const client = useClient();
  return useOnTenant(id, () => client.json<Tenant>(`${pathOf(id)}/activate`, { method: 'POST' }));
}

function usePages<T>(id: string, what: string) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...one(id), what],
    queryFn: ({ pageParam, signal }) => client.json<Page<T>>(withQuery(`${pathOf(id)}/${what}`, { limit: PER_PAGE, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

export const usePeople = (id: string) => usePages<Person>(id, 'members');
/** Also what the page tells of the tenant's owners is not true any more. */
function useOnOwners<T>(id: string, ask: (wish: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSettled: () => { void queries.invalidateQueries({ queryKey: one(id) }); },
  });
}

/** An invitation to an address that is invited already takes the place of the first. */
export function useInviteOwner(id: string) {
  const client = useClient();
  return useOnOwners(id, (email: string) => client.create<Person>(`${pathOf(id)}/invitations`, { email }));
}

export function useTakeBack(id: string) {
  const client = useClient();
  return useOnOwners(id, (person: Person) => client.send(`${pathOf(id)}/invitations/${encodeURIComponent(person.id)}`, { method: 'DELETE' }));
}

export const useKeys = (id: string) => usePages<Key>(id, 'api-keys');

/** What comes back holds the key's text, so no cache keeps it. */
export function useReplaceKey(id: string, key: Key) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (overlapMinutes: number) => client.create<Key>(`${pathOf(id)}/api-keys/${encodeURIComponent(key.id)}/rotate`, { overlapMinutes }),
    onSettled: () => { void queries.invalidateQueries({ queryKey: [...one(id), 'api-keys'] }); },
  });
}
