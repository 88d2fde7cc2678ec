import { describe, expect, it } from 'vitest';
import { Client } from '../src/shared/api/client.ts';
import { follow, type StreamState } from '../src/shared/api/stream.ts';
import { Session } from '../src/shared/session/session.ts';
import { answering, problem } from './server.ts';

const streamOf = (...frames: readonly string[]): Response =>
  new Response(new Blob([...frames]).stream(), { headers: { 'Content-Type': 'text/event-stream' } });

async function followed(...answers: readonly ((request: Request) => Response)[]) {
  const stop = new AbortController();
  const seen: { ids: (string | null)[]; data: string[]; states: StreamState[]; pauses: number[] } = { ids: [], data: [], states: [], pauses: [] };
  let nth = 0;
  const { fetcher } = answering({
    'GET /events': (request) => {
      seen.ids.push(request.headers.get('Last-Event-ID'));
      const answer = answers[nth++];
      if (answer !== undefined) return answer(request);
      stop.abort();
      throw new TypeError('over');
    },
  });
  await follow(new Client(new Session(fetcher), fetcher), '/events', {
    signal: stop.signal,
    onEvent: ({ data }) => seen.data.push(data),
    onState: (state) => seen.states.push(state),
    pause: (attempt) => {
      seen.pauses.push(attempt);
      return 0;
    },
  });
  return seen;
}

describe('a followed stream', () => {
  it('goes on after the last event it has seen', async () => {
    const seen = await followed(
      () => streamOf(':heartbeat\n\n', 'id: 7\nevent: execution\ndata: one\n\n'),
      () => streamOf('id: 8\nevent: execution\ndata: two\n\n'),
    );
    expect(seen.data).toEqual(['one', 'two']);
    expect(seen.ids).toEqual([null, '7', '8']);
    expect(seen.states).toEqual(['connecting', 'live', 'live']);
  });

  it('waits longer each time it fails, and begins anew once it is live', async () => {
    const seen = await followed(() => problem(503, 'unavailable'), () => problem(503, 'unavailable'), () => streamOf('data: one\n\n'), () => problem(503, 'unavailable'));
    expect(seen.pauses).toEqual([1, 2, 1, 2]);
    expect(seen.data).toEqual(['one']);
  });

  it('gives up where it is refused', async () => {
    const seen = await followed(() => problem(403, 'forbidden'));
    expect(seen.ids).toEqual([null]);
    expect(seen.states).toEqual(['connecting', 'broken']);
  });
});
