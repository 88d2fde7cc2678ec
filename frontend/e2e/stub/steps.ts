import type { ServerResponse } from 'node:http';

/** What a stubbed stream does next. */
export type Step =
  | { readonly event: string; readonly id?: string; readonly data: unknown }
  | { readonly comment: string }
  /** Goes on when the test says so. */
  | { readonly until: Promise<void> }
  /** Breaks the connection without an end. */
  | { readonly drop: true };

export async function streamTo(response: ServerResponse, steps: readonly Step[]): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.flushHeaders();
  for (const step of steps) {
    if ('until' in step) await step.until;
    else if ('drop' in step) {
      response.socket?.resetAndDestroy();
      return;
    } else await new Promise((resolve) => response.write(frame(step), resolve));
  }
  response.end();
}

function frame(step: { comment: string } | { event: string; id?: string; data: unknown }): string {
  if ('comment' in step) return `:${step.comment}\n\n`;
  const id = step.id === undefined ? '' : `id: ${step.id}\r\n`;
  const lines = JSON.stringify(step.data, null, 1).split('\n');
  return `${id}event: ${step.event}\r\n${lines.map((line) => `data: ${line}\r\n`).join('')}\r\n`;
}

export interface Gate {
  readonly passed: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => { open(); } };
}

export const SESSION = { event: 'session', id: '1', data: { sessionId: 's-1', conversationId: 'c-1' } } as const;

export interface StubAnswer {
  readonly messageId?: string;
  readonly text: string;
  readonly citations?: readonly unknown[];
  readonly outcome?: string;
}

export function completed(id: string, { messageId = 'm-1', text, citations = [], outcome = 'answered' }: StubAnswer): Step {
  const usage = { model: 'stub', inputTokens: 1, outputTokens: 1 };
  const data = { sessionId: 's-1', conversationId: 'c-1', messageId, text, outcome, citations, toolCalls: [], usage, conversationStatus: 'open' };
  return { event: 'completed', id, data };
}

/** A whole answer, word by word. */
export function answering(answer: StubAnswer): readonly Step[] {
  const words = answer.text.match(/\S+\s*/g) ?? [];
  const deltas = words.map((word, at) => ({ event: 'delta', id: String(at + 2), data: { text: word } }));
  return [SESSION, { comment: 'heartbeat' }, ...deltas, completed(String(words.length + 2), answer)];
}
