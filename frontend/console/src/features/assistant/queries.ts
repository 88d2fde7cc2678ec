import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { withQuery, type Page } from '../../shared/api/client.ts';
import { useClient } from '../../shared/session/SessionContext.tsx';
import type { Assistant, Figures, Settings, Switching, Version, WholeVersion } from './contract.ts';

const ASSISTANT = '/v1/assistant';
const VERSIONS = `${ASSISTANT}/versions`;
const PER_PAGE = 20;
const assistantKey = ['assistant'] as const;
const versionsKey = ['assistant-versions'] as const;

/** A form is not overwritten while somebody types into it. */
const FOR_FORMS = { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export function useAssistant() {
  const client = useClient();
  return useQuery({ queryKey: assistantKey, queryFn: ({ signal }) => client.json<Assistant>(ASSISTANT, { signal }), ...FOR_FORMS });
}

/** The languages in which the tenant talks with its customers. */
export function useLanguages() {
  const client = useClient();
  return useQuery({
    queryKey: ['assistant-languages'],
    queryFn: async ({ signal }) => (await client.json<{ readonly languages: readonly string[] }>('/v1/tenant', { signal })).languages,
  });
}

export function useFigures() {
  const client = useClient();
  return useQuery({ queryKey: ['assistant-figures'], queryFn: ({ signal }) => client.json<Figures>(`${ASSISTANT}/figures`, { signal }) });
}

/** Newest first. */
export function useVersions() {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: versionsKey,
    queryFn: ({ pageParam, signal }) => client.json<Page<Version>>(withQuery(VERSIONS, { limit: PER_PAGE, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

/** It never changes. */
export function useVersion(number: number) {
  const client = useClient();
  return useQuery({
    queryKey: ['assistant-version', number],
    queryFn: ({ signal }) => client.json<WholeVersion>(`${VERSIONS}/${number}`, { signal }),
    staleTime: Infinity,
  });
}

export function useSwitch() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (switching: Switching) => client.json<Assistant>(`${ASSISTANT}/state`, { method: 'PUT', json: switching }),
    // Of the draft whoever is writing has seen what was there before.
    onSuccess: ({ enabled, channels }) => {
      queries.setQueryData<Assistant>(assistantKey, (known) => (known === undefined ? undefined : { ...known, enabled, channels }));
    },
  });
}

interface Draft {
  readonly revision: number;
  readonly settings: Settings;
}

export function useSave() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) => client.json<Assistant>(ASSISTANT, { method: 'PUT', json: draft }),
    onSuccess: (assistant) => { queries.setQueryData(assistantKey, assistant); },
  });
}

export function usePublish() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (revision: number) => client.create<Version>(`${ASSISTANT}/publish`, { revision }),
    onSuccess: () => published(queries),
  });
}

export function useRestore(number: number) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (revision: number) => client.json<Assistant>(`${VERSIONS}/${number}/restore`, { method: 'POST', json: { revision } }),
    onSuccess: (assistant) => { queries.setQueryData(assistantKey, assistant); },
  });
}

export function useRollBack(number: number) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.create<Version>(`${VERSIONS}/${number}/publish`),
    onSuccess: () => published(queries),
  });
}

/** What stands there now, whoever has written it. */
export function useReread() {
  const queries = useQueryClient();
  const client = useClient();
  return async (): Promise<Assistant> => {
    const assistant = await client.json<Assistant>(ASSISTANT);
    queries.setQueryData(assistantKey, assistant);
    return assistant;
  };
}

async function published(queries: QueryClient): Promise<void> {
  void queries.invalidateQueries({ queryKey: versionsKey });
  await queries.invalidateQueries({ queryKey: assistantKey });
}
