import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import type { Job } from './contract.ts';
import { LiveMark, Moment, StatusMark } from './marks.tsx';
import { useJobs } from './queries.ts';
import { JOBS } from './texts.ts';

export function JobsPage(): ReactNode {
  const text = useTexts(JOBS);
  const { data, error, refetch } = useJobs();
  return (
    <Room title={text.title} detail={text.detail} actions={<LiveMark />}>
      {data === undefined ? (
        <Card>{error === null ? <SkeletonRows rows={3} /> : <Failure failure={error} onRetry={() => { void refetch(); }} />}</Card>
      ) : data.length === 0 ? (
        <Card><State icon="jobs" title={text.empty} detail={text.emptyDetail} /></Card>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">{data.map((job) => <JobCard key={job.name} job={job} />)}</ul>
      )}
    </Room>
  );
}

function JobCard({ job: { name, running, failed24h, completed24h, lastExecution } }: { readonly job: Job }): ReactNode {
  const text = useTexts(JOBS);
  return (
    <li className="relative flex flex-col rounded-card border border-line bg-surface p-5 shadow-card transition-colors focus-within:border-accent hover:border-edge">
      <h2 dir="ltr" className="text-lg [overflow-wrap:anywhere] rtl:text-end">
        <Link to={`/jobs/${encodeURIComponent(name)}`} className="after:absolute after:inset-0 after:rounded-card">{name}</Link>
      </h2>
      <dl className="mt-4 grid grid-cols-3 gap-3">
        <Count name={text.running} value={running} tone={running > 0 ? 'text-accent' : ''} />
        <Count name={text.failed} value={failed24h} tone={failed24h > 0 ? 'text-danger' : ''} />
        <Count name={text.completed} value={completed24h} />
      </dl>
      <p className="mt-4 flex flex-wrap items-center gap-2 border-t border-line pt-3.5 text-sm text-soft">
        {lastExecution === undefined ? text.never : (
          <>
            {text.last}
            <StatusMark status={lastExecution.status} />
            <Moment time={lastExecution.endedAt ?? lastExecution.startedAt} />
          </>
        )}
      </p>
    </li>
  );
}

function Count({ name, value, tone = '' }: { readonly name: string; readonly value: number; readonly tone?: string }): ReactNode {
  const formats = useFormats();
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-[13px] text-soft">{name}</dt>
      <dd className={cx('font-serif text-[28px] leading-none font-medium tabular-nums', tone)}>{formats.number(value)}</dd>
    </div>
  );
}
