import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { isNotFound, withQuery, type Page } from '../../shared/api/client.ts';
import { useClient } from '../../shared/session/SessionContext.tsx';
import { isUnfinished, type Chunk, type KnowledgeDocument, type Profile, type TypedPairs, type TypedText } from './contract.ts';

const DOCUMENTS = '/v1/knowledge/documents';
const POLL = 1_500;
const DOCUMENTS_PER_PAGE = 100;
const CHUNKS_PER_PAGE = 50;

const all = ['documents'] as const;
const list = [...all, 'list'] as const;
const one = (id: string): readonly string[] => [...all, id];

export const refreshDocuments = (queries: QueryClient): Promise<void> => queries.invalidateQueries({ queryKey: all });

/** Newest first. Asks again by itself only while some document is unfinished. */
export function useDocuments() {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: list,
    queryFn: ({ pageParam, signal }) =>
      client.json<Page<KnowledgeDocument>>(withQuery(DOCUMENTS, { limit: DOCUMENTS_PER_PAGE, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isUnfinished)) === true ? POLL : false),
  });
}

export function useDocument(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: one(id),
    queryFn: ({ signal }) => client.json<KnowledgeDocument>(`${DOCUMENTS}/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnfinished(state.data) ? POLL : false),
  });
}

/** @param generation changes when the document was read anew */
export function useChunks(id: string, generation: string) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...one(id), 'chunks', generation],
    queryFn: ({ pageParam, signal }) =>
      client.json<Page<Chunk>>(withQuery(`${DOCUMENTS}/${encodeURIComponent(id)}/chunks`, { limit: CHUNKS_PER_PAGE, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

export function useReprocess() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: KnowledgeDocument) => client.create<KnowledgeDocument>(`${DOCUMENTS}/${encodeURIComponent(id)}/reprocess`),
    onSettled: () => refreshDocuments(queries),
  });
}

/** Deleted by somebody else meanwhile is deleted, too. */
export function useDelete() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: KnowledgeDocument) => {
      try {
        await client.send(`${DOCUMENTS}/${encodeURIComponent(id)}`, { method: 'DELETE' });
      } catch (failure) {
        if (!isNotFound(failure)) throw failure;
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: list }),
  });
}

/** What was typed in: texts and question-and-answer pairs have an address each, the profile exists once. */
export interface Written {
  readonly text: TypedText;
  readonly qa: TypedPairs;
  readonly profile: Profile;
}

const PATHS = { text: '/v1/knowledge/texts', qa: '/v1/knowledge/qa', profile: '/v1/knowledge/profile' } as const;

const pathOf = (kind: keyof Written, id: string | undefined): string =>
  id === undefined || kind === 'profile' ? PATHS[kind] : `${PATHS[kind]}/${encodeURIComponent(id)}`;

/** What there is to edit; nothing when it is new. A form is not overwritten while somebody types into it. */
export function useWritten<K extends keyof Written>(kind: K, id: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['written', kind, id ?? ''],
    enabled: kind === 'profile' || id !== undefined,
    queryFn: async ({ signal }): Promise<Written[K] | null> => {
      try {
        return await client.json<Written[K]>(pathOf(kind, id), { signal });
      } catch (failure) {
        if (kind === 'profile' && isNotFound(failure)) return null;
        throw failure;
      }
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function useWrite<K extends keyof Written>(kind: K, id: string | undefined) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (written: Written[K]) => {
      const path = pathOf(kind, id);
      return id === undefined && kind !== 'profile'
        ? client.create<KnowledgeDocument>(path, written)
        : client.json<KnowledgeDocument>(path, { method: 'PUT', json: written });
    },
    onSuccess: () => refreshDocuments(queries),
  });
}
