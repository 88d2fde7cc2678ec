import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../shared/session/SessionContext.tsx';

export interface AssistantState {
  readonly enabled: boolean;
  /** Whether it answers there, by channel. */
  readonly channels: Readonly<Record<string, boolean>>;
}

/** Whether the assistant answers; undefined as long as nobody says so. */
export function useAssistantState(): AssistantState | undefined {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['assistant-state'],
    // It may just have been switched in its own room.
    staleTime: 0,
    queryFn: ({ signal }) => client.json<AssistantState>('/v1/assistant', { signal }),
    retry: false,
  });
  return data;
}
