import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { withQuery, type Client, type Page } from '../../shared/api/client.ts';
import { useClient } from '../../shared/session/SessionContext.tsx';
import { addressOf, type Installation, type LookChange, type PageKey, type Profile } from './contract.ts';

const TENANT = '/v1/tenant';
const KEYS = '/v1/api-keys';
const PER_PAGE = 200;

const profileKey = ['tenant'] as const;
/** Below what the room of the keys calls its own, so that a change there is seen here, and the reverse. */
const allKeys = ['keys'] as const;
const pageKeys = [...allKeys, 'of-pages'] as const;

/** A form is not overwritten while somebody types into it. */
export function useProfile() {
  const client = useClient();
  return useQuery({
    queryKey: profileKey,
    queryFn: ({ signal }) => client.json<Profile>(TENANT, { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function useChangeLook() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: LookChange) => client.json<Profile>(TENANT, { method: 'PATCH', json: change }),
    onSuccess: (profile) => { queries.setQueryData(profileKey, profile); },
  });
}

/** Those that work, newest first. */
export function usePageKeys() {
  const client = useClient();
  return useQuery({ queryKey: pageKeys, queryFn: ({ signal }) => keysOfPages(client, signal), refetchOnWindowFocus: false });
}

async function keysOfPages(client: Client, signal: AbortSignal): Promise<readonly PageKey[]> {
  const found: PageKey[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.json<Page<PageKey>>(withQuery(KEYS, { limit: PER_PAGE, cursor }), { signal });
    found.push(...page.items.filter(({ kind, status }) => kind === 'publishable' && status !== 'revoked'));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

export function useMakeKey() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => client.create<PageKey>(KEYS, { name, kind: 'publishable' }),
    onSettled: () => queries.invalidateQueries({ queryKey: allKeys }),
  });
}

interface Allowing {
  readonly id: string;
  readonly allowedOrigins: readonly string[];
}

export function useAllow() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, allowedOrigins }: Allowing) => client.json<PageKey>(`${KEYS}/${encodeURIComponent(id)}`, { method: 'PATCH', json: { allowedOrigins } }),
    onSuccess: ({ id, allowedOrigins = [] }) => {
      queries.setQueryData<readonly PageKey[]>(pageKeys, (keys) => keys?.map((key) => (key.id === id ? { ...key, allowedOrigins } : key)));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: allKeys }),
  });
}

export function useCheck() {
  const client = useClient();
  return useMutation({
    mutationFn: (url: string) => client.json<Installation>(`${TENANT}/widget/installation-check`, { method: 'POST', json: { url: addressOf(url) } }),
  });
}
