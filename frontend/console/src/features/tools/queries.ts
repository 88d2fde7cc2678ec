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

interface Defined {
  /** As it was last seen; undefined for a new one. */
  readonly tool: Tool | undefined;
  readonly definition: ToolDefinition;
}

export function useDefine() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ tool, definition }: Defined) =>
      tool === undefined
        ? client.json<Tool>(TOOLS, { method: 'POST', json: definition })
        : client.json<Tool>(pathOf(tool), { method: 'PUT', json: { ...definition, revision: tool.revision } }),
    onSettled: () => { void queries.invalidateQueries({ queryKey: all }); },
  });
}

/** What stands there now, whoever has written it. */
export function useReread(): (tool: Tool) => Promise<Tool> {
  const client = useClient();
  return (tool) => client.json<Tool>(pathOf(tool));
}

export type Act = 'publish' | 'retire' | 'delete';

export function useAct(tool: Tool) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (act: Act) => {
      if (act === 'delete') await client.send(pathOf(tool), { method: 'DELETE' });
      else await client.send(`${pathOf(tool)}/${act}`, { method: 'POST', ...(act === 'publish' ? { json: { revision: tool.revision } } : {}) });
    },
    onSettled: () => { void queries.invalidateQueries({ queryKey: all }); },
  });
}
