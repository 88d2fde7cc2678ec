export const STATUSES = ['STARTING', 'STARTED', 'STOPPING', 'STOPPED', 'COMPLETED', 'FAILED', 'ABANDONED', 'UNKNOWN'] as const;
export type ExecutionStatus = (typeof STATUSES)[number];

export interface Execution {
  readonly id: string;
  readonly jobName: string;
  readonly status: ExecutionStatus;
  readonly exitCode: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly durationMs?: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly tenantId?: string;
  readonly documentId?: string;
  readonly documentName?: string;
  readonly failure?: string;
  readonly restartable: boolean;
}

export interface Step {
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly exitCode: string;
  readonly readCount: number;
  readonly writeCount: number;
  readonly filterCount: number;
  readonly skipCount: number;
  readonly commitCount: number;
  readonly rollbackCount: number;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly durationMs?: number;
}

export interface ExecutionWithSteps extends Execution {
  readonly steps: readonly Step[];
}

export interface Job {
  readonly name: string;
  readonly running: number;
  readonly failed24h: number;
  readonly completed24h: number;
  readonly lastExecution?: Execution;
}

export const isRunning = ({ status }: Pick<Execution, 'status'>): boolean =>
  status === 'STARTING' || status === 'STARTED' || status === 'STOPPING';

/** Milliseconds it took, or has taken so far. */
export function durationOf({ durationMs, startedAt, endedAt }: Pick<Execution, 'durationMs' | 'startedAt' | 'endedAt'>, now: number): number | undefined {
  if (endedAt !== undefined && durationMs !== undefined) return durationMs;
  if (startedAt === undefined) return durationMs;
  const end = endedAt === undefined ? now : Date.parse(endedAt);
  return Math.max(0, end - Date.parse(startedAt));
}
