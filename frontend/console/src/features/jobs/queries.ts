import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { use } from 'react';
import { withQuery, type Page } from '../../shared/api/client.ts';
import { useClient } from '../../shared/session/SessionContext.tsx';
import type { Execution, ExecutionStatus, ExecutionWithSteps, Job } from './contract.ts';
import { LiveContext } from './live.ts';

const POLL = 3_000;
/** While events arrive, only in case one was missed. */
const POLL_LIVE = 60_000;
const PER_PAGE = 50;

const all = ['jobs'] as const;
const lists = [...all, 'list'] as const;
const one = (id: string): readonly string[] => [...all, 'execution', id];

const usePace = (): number => (use(LiveContext) === 'live' ? POLL_LIVE : POLL);

export function useJobs() {
  const client = useClient();
  return useQuery({
    queryKey: [...lists, 'jobs'],
    queryFn: ({ signal }) => client.json<{ readonly items: readonly Job[] }>('/v1/admin/jobs', { signal }),
    select: ({ items }) => items,
    refetchInterval: usePace(),
  });
}

/** Newest first. */
export function useExecutions(job: string, status: ExecutionStatus | undefined) {
  const client = useClient();
  const path = `/v1/admin/jobs/${encodeURIComponent(job)}/executions`;
  return useInfiniteQuery({
    queryKey: [...lists, 'executions', job, status ?? ''],
    queryFn: ({ pageParam, signal }) => client.json<Page<Execution>>(withQuery(path, { status, limit: PER_PAGE, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    refetchInterval: usePace(),
  });
}

export function useExecution(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: one(id),
    queryFn: ({ signal }) => client.json<ExecutionWithSteps>(`/v1/admin/job-executions/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: usePace(),
  });
}

export function useRestart(id: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.send(`/v1/admin/job-executions/${encodeURIComponent(id)}/restart`, { method: 'POST' }),
    onSettled: () => queries.invalidateQueries({ queryKey: all }),
  });
}

export const refreshLists = (queries: QueryClient): Promise<void> => queries.invalidateQueries({ queryKey: lists });

/** Shows what an event tells, without asking again. */
export function showExecution(queries: QueryClient, execution: Execution & { readonly steps?: ExecutionWithSteps['steps'] }): void {
  queries.setQueryData<ExecutionWithSteps>(one(execution.id), (before) => {
    const steps = execution.steps ?? before?.steps;
    return steps === undefined ? before : { ...execution, steps };
  });
}
