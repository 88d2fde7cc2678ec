import { useQueryClient } from '@tanstack/react-query';
import { createContext, useEffect, useState } from 'react';
import { follow, type StreamState } from '../../shared/api/stream.ts';
import { useClient } from '../../shared/session/SessionContext.tsx';
import type { ExecutionWithSteps } from './contract.ts';
import { refreshLists, showExecution } from './queries.ts';

export const LiveContext = createContext<StreamState>('connecting');

const PATH = '/v1/admin/job-executions/events';
/** Lists are asked for anew at most so often, however many events arrive. */
const CALM = 1_000;

/** Follows the executions while the room is open. */
export function useLive(): StreamState {
  const client = useClient();
  const queries = useQueryClient();
  const [state, setState] = useState<StreamState>('connecting');
  useEffect(() => {
    const stop = new AbortController();
    let refreshing: ReturnType<typeof setTimeout> | undefined;
    const refresh = (): void => {
      refreshing ??= setTimeout(() => {
        refreshing = undefined;
        void refreshLists(queries);
      }, CALM);
    };
    void follow(client, PATH, {
      signal: stop.signal,
      onState: (next) => { if (!stop.signal.aborted) setState(next); },
      onEvent({ event, data }) {
        if (event !== 'execution') return;
        showExecution(queries, JSON.parse(data) as ExecutionWithSteps);
        refresh();
      },
    });
    return () => {
      stop.abort();
      clearTimeout(refreshing);
    };
  }, [client, queries]);
  return state;
}
