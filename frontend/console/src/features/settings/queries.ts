import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isNotFound } from '../../shared/api/client.ts';
import { useClient, useRenamed } from '../../shared/session/SessionContext.tsx';
import type { Profile, ProfileChange } from '../../shared/tenant/profile.ts';
import type { Provider, ProviderChange } from './contract.ts';

const TENANT = '/v1/tenant';
const SIGN_IN = `${TENANT}/sign-in`;
const profileKey = ['tenant'] as const;
const providerKey = ['sign-in'] as const;

/** A form is not overwritten while somebody types into it. */
const FOR_FORMS = { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export function useProfile() {
  const client = useClient();
  return useQuery({ queryKey: profileKey, queryFn: ({ signal }) => client.json<Profile>(TENANT, { signal }), ...FOR_FORMS });
}

/** The name stands elsewhere, too. */
export function useChangeProfile() {
  const client = useClient();
  const renamed = useRenamed();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: ProfileChange) => client.json<Profile>(TENANT, { method: 'PATCH', json: change }),
    onSuccess: (profile, change) => {
      queries.setQueryData(profileKey, profile);
      if (change.name !== undefined) renamed(profile.name);
    },
  });
}

/** Null as long as none is set up. */
export function useProvider() {
  const client = useClient();
  return useQuery({
    queryKey: providerKey,
    queryFn: async ({ signal }): Promise<Provider | null> => {
      try {
        return await client.json<Provider>(SIGN_IN, { signal });
      } catch (failure) {
        if (isNotFound(failure)) return null;
        throw failure;
      }
    },
    ...FOR_FORMS,
  });
}

export function useChangeProvider() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (change: ProviderChange) => client.json<Provider>(SIGN_IN, { method: 'PUT', json: change }),
    onSuccess: (provider) => { queries.setQueryData(providerKey, provider); },
  });
}

/** Removed by somebody else meanwhile is removed, too. */
export function useRemoveProvider() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        await client.send(SIGN_IN, { method: 'DELETE' });
      } catch (failure) {
        if (!isNotFound(failure)) throw failure;
      }
    },
    onSuccess: () => { queries.setQueryData(providerKey, null); },
  });
}

export function useVerifyDomain() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (domain: string) => client.json<Provider>(`${SIGN_IN}/domains/${encodeURIComponent(domain)}/verify`, { method: 'POST' }),
    onSuccess: (provider) => { queries.setQueryData(providerKey, provider); },
  });
}
