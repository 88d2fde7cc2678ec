import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { withQuery, type Page } from '../../shared/api/client.ts';
import { useClient } from '../../shared/session/SessionContext.tsx';
import type { Tool, ToolDefinition, ToolState } from './contract.ts';

const TOOLS = '/v1/admin/tools';
const PER_PAGE = 50;
const all = ['tools'] as const;
const pathOf = ({ id }: Tool): string => `${TOOLS}/${encodeURIComponent(id)}`;

export interface Looked {
  readonly text: string | undefined;
  readonly state: ToolState | undefined;
}

/** Newest first; what was found before stays while something else is looked for. */
export function useTools({ text, state }: Looked) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...all, text ?? '', state ?? ''],
    queryFn: ({ pageParam, signal }) => client.json<Page<Tool>>(withQuery(TOOLS, { limit: PER_PAGE, cursor: pageParam, text, state }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });
}

/** @param tool undefined for a new one */
export function useDefine(tool: Tool | undefined) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (definition: ToolDefinition) =>
      client.json<Tool>(tool === undefined ? TOOLS : pathOf(tool), { method: tool === undefined ? 'POST' : 'PUT', json: definition }),
    onSettled: () => { void queries.invalidateQueries({ queryKey: all }); },
  });
}

export type Act = 'publish' | 'retire' | 'delete';

export function useAct(tool: Tool) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (act: Act) => {
      await client.send(act === 'delete' ? pathOf(tool) : `${pathOf(tool)}/${act}`, { method: act === 'delete' ? 'DELETE' : 'POST' });
    },
    onSettled: () => { void queries.invalidateQueries({ queryKey: all }); },
  });
}
