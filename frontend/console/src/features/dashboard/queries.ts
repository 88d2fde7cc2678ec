import { useQuery } from '@tanstack/react-query';
import { withQuery } from '../../shared/api/client.ts';
import { useClient } from '../../shared/session/SessionContext.tsx';
import type { PlatformDashboard, TenantDashboard } from './contract.ts';

/** While the page is visible. */
const PACE = 30_000;

/** Days are those of the reader. */
const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function useFigures<T>(path: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['dashboard', path],
    queryFn: ({ signal }) => client.json<T>(withQuery(path, { zone: zone() }), { signal }),
    refetchInterval: PACE,
  });
}

export const useTenantDashboard = () => useFigures<TenantDashboard>('/v1/dashboard');
export const usePlatformDashboard = () => useFigures<PlatformDashboard>('/v1/admin/dashboard');
