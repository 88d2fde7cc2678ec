import { use, type ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Badge, type Tone } from '../../shared/ui/Badge.tsx';
import { useNow } from '../../shared/useNow.ts';
import { durationOf, isRunning, type Execution, type ExecutionStatus } from './contract.ts';
import { LiveContext } from './live.ts';
import { JOBS } from './texts.ts';

const TONES: Readonly<Record<ExecutionStatus, Tone>> = {
  STARTING: 'busy', STARTED: 'busy', STOPPING: 'warn', STOPPED: 'warn', COMPLETED: 'good', FAILED: 'bad', ABANDONED: 'calm', UNKNOWN: 'warn',
};

export const StatusMark = ({ status }: { readonly status: ExecutionStatus }): ReactNode => (
  <Badge tone={TONES[status]}>{useTexts(JOBS).status[status]}</Badge>
);

/** Whether what is shown follows by itself. */
export function LiveMark(): ReactNode {
  const state = use(LiveContext);
  const text = useTexts(JOBS);
  return <span role="status"><Badge tone={state === 'live' ? 'good' : 'calm'}>{text.live[state]}</Badge></span>;
}

type Timed = Pick<Execution, 'status' | 'startedAt' | 'endedAt' | 'durationMs'>;

export const Duration = ({ of }: { readonly of: Timed }): ReactNode => (isRunning(of) ? <Running of={of} /> : <Took of={of} now={0} />);

const Running = ({ of }: { readonly of: Timed }): ReactNode => <Took of={of} now={useNow(1_000)} />;

function Took({ of, now }: { readonly of: Timed; readonly now: number }): ReactNode {
  const formats = useFormats();
  const duration = durationOf(of, now);
  return duration === undefined ? '–' : <bdi>{formats.duration(duration)}</bdi>;
}

export function Moment({ time }: { readonly time: string | undefined }): ReactNode {
  const formats = useFormats();
  const now = useNow();
  return time === undefined ? '–' : <time dateTime={time} title={formats.moment(time)}>{formats.ago(time, now)}</time>;
}
