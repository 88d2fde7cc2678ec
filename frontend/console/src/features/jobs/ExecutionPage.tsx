import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { BackLink } from '../../shared/ui/BackLink.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import type { ExecutionWithSteps } from './contract.ts';
import { Duration, LiveMark, StatusMark } from './marks.tsx';
import { useExecution } from './queries.ts';
import { Restart } from './Restart.tsx';
import { StepTable } from './StepTable.tsx';
import { JOBS } from './texts.ts';

export function ExecutionPage(): ReactNode {
  const text = useTexts(JOBS);
  const { job = '', id = '' } = useParams();
  const { data, error, refetch } = useExecution(id);
  return (
    <Room
      title={text.execution(id)}
      detail={data === undefined ? undefined : <StatusMark status={data.status} />}
      back={<BackLink to={`/jobs/${encodeURIComponent(job)}`}>{job}</BackLink>}
      actions={<LiveMark />}
    >
      {data !== undefined ? (
        <Content execution={data} />
      ) : (
        <Card className={error === null ? 'p-6' : ''}>
          {error === null ? <SkeletonText /> : <Failure failure={error} onRetry={() => { void refetch(); }} />}
        </Card>
      )}
    </Room>
  );
}

function Content({ execution }: { readonly execution: ExecutionWithSteps }): ReactNode {
  const text = useTexts(JOBS);
  return (
    <div className="space-y-5">
      <Restart execution={execution} />
      {execution.failure === undefined ? null : (
        <section className="rounded-card border border-danger bg-danger-wash px-5 py-4 text-danger">
          <h2 className="text-lg">{text.failure}</h2>
          <p className="mt-1 [overflow-wrap:anywhere]"><bdi>{execution.failure}</bdi></p>
        </section>
      )}
      <Card>
        <h2 className="border-b border-line px-5 py-3.5 text-lg">{text.steps}</h2>
        {execution.steps.length === 0 ? <p className="px-5 py-6 text-soft">{text.noSteps}</p> : <StepTable steps={execution.steps} />}
      </Card>
      <div className="grid gap-5 lg:grid-cols-2">
        <Facts execution={execution} />
        <Parameters parameters={execution.parameters} />
      </div>
    </div>
  );
}

function Facts({ execution }: { readonly execution: ExecutionWithSteps }): ReactNode {
  const text = useTexts(JOBS);
  const formats = useFormats();
  const moment = (time: string | undefined): string => (time === undefined ? '–' : formats.moment(time));
  const { startedAt, endedAt, exitCode, tenantId, documentId, documentName } = execution;
  return (
    <Card>
      <h2 className="border-b border-line px-5 py-3.5 text-lg">{text.facts}</h2>
      <dl className="divide-y divide-line">
        <Fact name={text.started}>{moment(startedAt)}</Fact>
        <Fact name={text.ended}>{moment(endedAt)}</Fact>
        <Fact name={text.duration}><Duration of={execution} /></Fact>
        <Fact name={text.exitCode} code>{exitCode}</Fact>
        {tenantId === undefined ? null : <Fact name={text.tenant} code>{tenantId}</Fact>}
        {documentId === undefined ? null : <Fact name={text.document} code={documentName === undefined}>{documentName ?? documentId}</Fact>}
      </dl>
    </Card>
  );
}

function Parameters({ parameters }: { readonly parameters: ExecutionWithSteps['parameters'] }): ReactNode {
  const text = useTexts(JOBS);
  return (
    <Card>
      <h2 className="border-b border-line px-5 py-3.5 text-lg">{text.parameters}</h2>
      <dl className="divide-y divide-line">
        {Object.entries(parameters).map(([name, value]) => (
          <Fact key={name} name={name} code>{typeof value === 'string' ? value : JSON.stringify(value)}</Fact>
        ))}
      </dl>
    </Card>
  );
}

const Fact = ({ name, code = false, children }: { readonly name: string; readonly code?: boolean; readonly children: ReactNode }): ReactNode => (
  <div className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 px-5 py-2.5 text-[15px]">
    <dt className="text-soft">{name}</dt>
    <dd className={cx('[overflow-wrap:anywhere]', code && 'font-mono text-[13px] leading-6')}><bdi>{children}</bdi></dd>
  </div>
);
