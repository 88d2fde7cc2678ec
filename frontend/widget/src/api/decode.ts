import type { Answer, Citation, Problem, StreamEvent } from './contract';
import type { ServerSentEvent } from './sse';

type Json = Readonly<Record<string, unknown>>;

function object(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object');
  return value as Json;
}

function string(json: Json, name: string): string {
  const value = json[name];
  if (typeof value !== 'string') throw new TypeError(`${name} is not a string`);
  return value;
}

/** The server's records are trusted for their shape once the fields that are shown have been checked. */
export function decodeAnswer(value: unknown): Answer {
  const json = object(value);
  string(json, 'text');
  string(json, 'messageId');
  const citations = Array.isArray(json['citations']) ? (json['citations'] as readonly Citation[]) : [];
  return { ...(json as unknown as Answer), citations };
}

export function decodeProblem(value: unknown): Problem {
  const json = object(value);
  const status = json['status'];
  return {
    type: typeof json['type'] === 'string' ? json['type'] : 'about:blank',
    title: typeof json['title'] === 'string' ? json['title'] : '',
    status: typeof status === 'number' ? status : 500,
  };
}

/** Nothing for an event name this version does not know: the server may add some. */
export function decodeEvent({ event, data }: ServerSentEvent): StreamEvent | undefined {
  switch (event) {
    case 'session': {
      const json = object(JSON.parse(data));
      return { kind: 'session', sessionId: string(json, 'sessionId'), conversationId: string(json, 'conversationId') };
    }
    case 'delta':
      return { kind: 'delta', text: string(object(JSON.parse(data)), 'text') };
    case 'tool': {
      const json = object(JSON.parse(data));
      return { kind: 'tool', name: string(json, 'name'), status: string(json, 'status') };
    }
    case 'completed':
      return { kind: 'completed', answer: decodeAnswer(JSON.parse(data)) };
    case 'handed-off':
      return { kind: 'handed-off' };
    case 'error':
      return { kind: 'error', problem: decodeProblem(JSON.parse(data)) };
    default:
      return undefined;
  }
}
