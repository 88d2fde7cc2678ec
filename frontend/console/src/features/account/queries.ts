import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useClient, useSession } from '../../shared/session/SessionContext.tsx';
import type { LoginAnswer } from '../../shared/session/session.ts';
import type { Account, AccountChange, PendingFactor } from './account.ts';

const ME = '/v1/me';
const key = ['account'] as const;

/** A form is not overwritten while somebody types into it. */
export function useAccount() {
  const client = useClient();
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => client.json<Account>(ME, { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** The name stands elsewhere, too, so the session catches up. */
export function useChangeAccount() {
  const client = useClient();
  const session = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: AccountChange) => client.json<Account>(ME, { method: 'PATCH', json: change }),
    onSuccess: (account) => {
      queries.setQueryData(key, account);
      void session.catchUp();
    },
  });
}

/** Ends all other sessions and begins this one anew. */
export function useChangePassword() {
  const client = useClient();
  const session = useSession();
  return useMutation({
    mutationFn: async (change: { readonly currentPassword: string; readonly newPassword: string }) => {
      session.enter(await client.json<LoginAnswer>(`${ME}/password`, { method: 'POST', json: change }));
    },
  });
}

export function useEndSessions() {
  const client = useClient();
  return useMutation({ mutationFn: () => client.send(`${ME}/sessions`, { method: 'DELETE' }) });
}

const FACTOR = `${ME}/second-factor`;

/** What comes back is a secret, so no cache keeps it. */
export function useBeginFactor() {
  const client = useClient();
  return useMutation({ gcTime: 0, mutationFn: (password: string) => client.json<PendingFactor>(FACTOR, { method: 'POST', json: { password } }) });
}

/** Answers with the recovery codes, which nothing shows again. */
export function useConfirmFactor() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: async (code: string) => (await client.json<{ readonly recoveryCodes: readonly string[] }>(`${FACTOR}/confirm`, { method: 'POST', json: { code } })).recoveryCodes,
    onSuccess: () => { setFactor(queries, true); },
  });
}

export function useRemoveFactor() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (proof: { readonly password: string; readonly code: string }) => client.send(`${FACTOR}/remove`, { method: 'POST', json: proof }),
    onSuccess: () => { setFactor(queries, false); },
  });
}

/** Answers with the new recovery codes, which nothing shows again. */
export function useRenewCodes() {
  const client = useClient();
  return useMutation({
    gcTime: 0,
    mutationFn: async (proof: { readonly password: string; readonly code: string }) => (await client.json<{ readonly recoveryCodes: readonly string[] }>(`${FACTOR}/recovery-codes`, { method: 'POST', json: proof })).recoveryCodes,
  });
}

const setFactor = (queries: QueryClient, secondFactor: boolean): void => {
  queries.setQueryData<Account>(key, (account) => (account === undefined ? undefined : { ...account, secondFactor }));
};
