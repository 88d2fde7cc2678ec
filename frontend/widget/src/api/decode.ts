import type { Answer, Citation, Problem, StreamEvent } from './contract';
import type { ServerSentEvent } from './sse';

type Json = Readonly<Record<string, unknown>>;

function string(json: Json, name: string): string {
  const value = json[name];
  if (typeof value !== 'string') throw new TypeError(`${name} is not a string`);
  return value;
}

/** The server's records are trusted for their shape once the fields that are shown have been checked. */
function decodeAnswer(json: Json): Answer {
  string(json, 'text');
  string(json, 'messageId');
  const citations = Array.isArray(json['citations']) ? (json['citations'] as readonly Citation[]) : [];
  return { ...(json as unknown as Answer), citations };
}

function decodeProblem(json: Json): Problem {
  return { status: typeof json['status'] === 'number' ? json['status'] : 500 };
}

/** Nothing for an event name this version does not know: the server may add some. */
export function decodeEvent({ event, data }: ServerSentEvent): StreamEvent | undefined {
  // What is no object has none of the fields asked for.
  const json = (): Json => JSON.parse(data) as Json;
  switch (event) {
    case 'session':
      return { kind: event, sessionId: string(json(), 'sessionId') };
    case 'delta':
      return { kind: event, text: string(json(), 'text') };
    case 'tool':
      return { kind: event, name: string(json(), 'name') };
    case 'completed':
      return { kind: event, answer: decodeAnswer(json()) };
    case 'handed-off':
      return { kind: event };
    case 'error':
      return { kind: event, problem: decodeProblem(json()) };
    default:
      return undefined;
  }
}
