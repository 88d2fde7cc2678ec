import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { isNotFound, withQuery, type Page } from '../../shared/api/client.ts';
import { useClient } from '../../shared/session/SessionContext.tsx';
import type { ContactSecret, Key, NewKey } from './contract.ts';

const KEYS = '/v1/api-keys';
const CONTACT_SECRET = '/v1/tenant/contact-secret';
const PER_PAGE = 50;

const all = ['keys'] as const;
const contactSecret = ['contact-secret'] as const;
/** Nobody waits for it: what came of an action is said at once. */
const refresh = (queries: QueryClient): void => { void queries.invalidateQueries({ queryKey: all }); };
const pathOf = ({ id }: Key): string => `${KEYS}/${encodeURIComponent(id)}`;

/** Newest first. */
export function useKeys() {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: all,
    queryFn: ({ pageParam, signal }) => client.json<Page<Key>>(withQuery(KEYS, { limit: PER_PAGE, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

/** What comes back holds the key's text, so no cache keeps it. */
export function useMake() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (wished: NewKey) => client.create<Key>(KEYS, wished),
    onSettled: () => { refresh(queries); },
  });
}

export function useChange(key: Key) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<Pick<Key, 'name' | 'allowedOrigins'>>) => client.json<Key>(pathOf(key), { method: 'PATCH', json: change }),
    onSettled: () => { refresh(queries); },
  });
}

export function useRotate(key: Key) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (overlapMinutes: number) => client.create<Key>(`${pathOf(key)}/rotate`, { overlapMinutes }),
    onSettled: () => { refresh(queries); },
  });
}

export function useRevoke(key: Key) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.send(pathOf(key), { method: 'DELETE' }),
    onSettled: () => { refresh(queries); },
  });
}

/** Null as long as none was made. */
export function useContactSecret() {
  const client = useClient();
  return useQuery({
    queryKey: contactSecret,
    queryFn: async ({ signal }): Promise<ContactSecret | null> => {
      try {
        return await client.json<ContactSecret>(CONTACT_SECRET, { signal });
      } catch (failure) {
        if (isNotFound(failure)) return null;
        throw failure;
      }
    },
  });
}

export function useMakeContactSecret() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: () => client.create<ContactSecret>(CONTACT_SECRET),
    onSettled: () => { void queries.invalidateQueries({ queryKey: contactSecret }); },
  });
}

/** Ended by the clock or by somebody else meanwhile is ended, too. */
export function useEndPrevious() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        await client.send(`${CONTACT_SECRET}/previous`, { method: 'DELETE' });
      } catch (failure) {
        if (!isNotFound(failure)) throw failure;
      }
    },
    onSettled: () => { void queries.invalidateQueries({ queryKey: contactSecret }); },
  });
}
