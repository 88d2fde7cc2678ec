import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, problem } from '../respond.ts';

interface StubExecution {
  readonly id: string;
  readonly jobName: string;
  status: string;
  readonly startedAt: string;
  restartable: boolean;
  readonly [more: string]: unknown;
}

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const NO_COUNTS = { filterCount: 0, skipCount: 0, rollbackCount: 0 };

/** A job of each kind, one of them with a run that failed. */
export class Jobs {
  executions: StubExecution[] = [
    run('1041', 'STARTED', 1, { documentName: 'price-list-2026.pdf' }),
    run('1040', 'FAILED', 9, {
      documentName: 'catalogue.docx', restartable: true, exitCode: 'FAILED',
      failure: 'The embedding model did not answer within 30 s (attempt 3 of 3).',
    }),
    run('1039', 'COMPLETED', 16, { documentName: 'תפריט.pdf' }),
    run('1038', 'COMPLETED', 40, { documentName: 'opening-hours.md' }),
  ];
  readonly #streams = new Set<ServerResponse>();

  answer(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const [area, id, part] = url.pathname.split('/').slice(3);
    if (area === 'jobs') this.#jobs(response, id, url);
    else if (id === 'events') this.#follow(response);
    else this.#execution(response, id ?? '', part, request.method ?? '');
  }

  /** Changes an execution and tells whoever follows. */
  emit(id: string, part: Readonly<Record<string, unknown>>): void {
    const execution = this.executions.find((known) => known.id === id);
    if (execution === undefined) throw new Error(`no execution ${id}`);
    Object.assign(execution, part);
    for (const stream of this.#streams) stream.write(`id: ${Date.now()}\nevent: execution\ndata: ${JSON.stringify(withSteps(execution))}\n\n`);
  }

  get followers(): number {
    return this.#streams.size;
  }

  #jobs(response: ServerResponse, name: string | undefined, { searchParams }: URL): void {
    if (name === undefined) {
      const count = (status: string): number => this.executions.filter((execution) => execution.status === status).length;
      const job = { name: 'ingestDocument', running: count('STARTED'), failed24h: count('FAILED'), completed24h: count('COMPLETED') };
      const items = this.executions.length === 0 ? [] : [
        { ...job, lastExecution: this.executions[0] },
        { name: 'nightlyBilling', running: 0, failed24h: 0, completed24h: 1, lastExecution: run('990', 'COMPLETED', 480) },
        { name: 'retention', running: 0, failed24h: 0, completed24h: 0 },
      ];
      json(response, 200, { items });
      return;
    }
    const status = searchParams.get('status');
    const items = this.executions.filter((execution) => execution.jobName === name && (status === null || execution.status === status));
    json(response, 200, { items, nextCursor: null });
  }

  #execution(response: ServerResponse, id: string, part: string | undefined, method: string): void {
    const execution = this.executions.find((known) => known.id === id);
    if (execution === undefined) problem(response, 404, 'not-found');
    else if (part !== 'restart' || method !== 'POST') json(response, 200, withSteps(execution));
    else if (!execution.restartable) problem(response, 409, 'conflict', { detail: 'The execution is not restartable.' });
    else {
      execution.restartable = false;
      json(response, 202, { id, accepted: true });
    }
  }

  #follow(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(':heartbeat\n\n');
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
  }
}

function run(id: string, status: string, minutes: number, more: Readonly<Record<string, unknown>> = {}): StubExecution {
  const isOver = status !== 'STARTED';
  return {
    id, jobName: 'ingestDocument', status, exitCode: isOver ? status : 'EXECUTING', startedAt: minutesAgo(minutes),
    ...(isOver ? { endedAt: minutesAgo(minutes - 0.2), durationMs: 12_000 } : {}),
    parameters: { tenant: '0192d3a0-0000-7000-8000-000000000001', sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
    tenantId: '0192d3a0-0000-7000-8000-000000000001', documentId: '0192d3a0-0000-7000-8000-000000000002',
    restartable: false, ...more,
  };
}

function withSteps(execution: StubExecution): unknown {
  const { status, startedAt } = execution;
  const counts = { ...NO_COUNTS, commitCount: 2, startedAt };
  return {
    ...execution,
    steps: [
      { name: 'extract', status: 'COMPLETED', exitCode: 'COMPLETED', readCount: 1, writeCount: 1, ...counts, endedAt: startedAt, durationMs: 812 },
      { name: 'embed', status, exitCode: status, readCount: 1_248, writeCount: 1_216, ...counts, commitCount: 38, rollbackCount: status === 'FAILED' ? 3 : 0, ...(status === 'STARTED' ? {} : { endedAt: startedAt, durationMs: 11_020 }) },
    ],
  };
}
