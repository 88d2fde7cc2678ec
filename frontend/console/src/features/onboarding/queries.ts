import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../shared/session/SessionContext.tsx';
import { isOver, type Onboarding } from './contract.ts';

const ONBOARDING = '/v1/onboarding';
const key = ['onboarding'] as const;
/** Milliseconds: what is done elsewhere, on a page above all, is seen here soon. */
const POLL = 10_000;

/** Asked for again by itself as long as there is something to do. */
export function useOnboarding() {
  const client = useClient();
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => client.json<Onboarding>(ONBOARDING, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined || isOver(state.data) ? false : POLL),
  });
}

export function useDismiss() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (dismissed: boolean) => client.json<Onboarding>(ONBOARDING, { method: 'PATCH', json: { dismissed } }),
    onSuccess: (onboarding) => { queries.setQueryData(key, onboarding); },
  });
}
