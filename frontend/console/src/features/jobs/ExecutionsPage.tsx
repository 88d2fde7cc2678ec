import { useId, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { BackLink } from '../../shared/ui/BackLink.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { inputClass } from '../../shared/ui/Field.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { useAsked } from '../../shared/useAsked.ts';
import { useWayBack } from '../../shared/wayBack.ts';
import { STATUSES, type Execution, type ExecutionStatus } from './contract.ts';
import { Duration, LiveMark, Moment, StatusMark } from './marks.tsx';
import { useExecutions } from './queries.ts';
import { JOBS } from './texts.ts';

/** The filter is part of the address, so that it can be shared and survives a reload. */
export function ExecutionsPage(): ReactNode {
  const text = useTexts(JOBS);
  const { job = '' } = useParams();
  const [asked, ask] = useAsked();
  const status = STATUSES.find((known) => known === asked.get('status'));
  const executions = useExecutions(job, status);
  const { data, error, refetch } = executions;
  return (
    <Room title={job} detail={text.executionsDetail} back={<BackLink to="/jobs">{text.jobs}</BackLink>} actions={<LiveMark />}>
      <Card>
        <div className="border-b border-line px-4 py-3 sm:px-5">
          <StatusFilter value={status} onChange={(chosen) => { ask(() => (chosen === undefined ? {} : { status: chosen }), { replace: true }); }} />
        </div>
        {data === undefined ? (
          error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
        ) : data.length === 0 ? (
          <State icon="jobs" title={text.noneRun} detail={status === undefined ? text.noneRunDetail.every : text.noneRunDetail.some} />
        ) : (
          <ExecutionTable executions={data} />
        )}
        <More of={executions} />
      </Card>
    </Room>
  );
}

interface StatusFilterProps {
  readonly value: ExecutionStatus | undefined;
  readonly onChange: (status: ExecutionStatus | undefined) => void;
}

function StatusFilter({ value, onChange }: StatusFilterProps): ReactNode {
  const text = useTexts(JOBS);
  const id = useId();
  return (
    <div className="flex items-center gap-3">
      <label htmlFor={id} className="text-sm font-semibold">{text.filter}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => { onChange(STATUSES.find((known) => known === target.value)); }}
        className={cx(inputClass, 'h-9.5 w-44')}
      >
        <option value="">{text.every}</option>
        {STATUSES.map((status) => <option key={status} value={status}>{text.status[status]}</option>)}
      </select>
    </div>
  );
}

function ExecutionTable({ executions }: { readonly executions: readonly Execution[] }): ReactNode {
  const { columns, executions: caption } = useTexts(JOBS);
  return (
    <table className="w-full table-fixed text-[15px]">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-[13px] text-soft max-sm:collapse">
        <tr className="border-b border-line">
          <th scope="col" className="w-28 px-5 py-2.5 text-start font-semibold max-sm:w-26">{columns.run}</th>
          <th scope="col" className="w-36 px-3 py-2.5 text-start font-semibold max-sm:hidden">{columns.status}</th>
          <th scope="col" className="px-3 py-2.5 text-start font-semibold">{columns.about}</th>
          <th scope="col" className="w-36 px-3 py-2.5 text-start font-semibold max-md:hidden">{columns.started}</th>
          <th scope="col" className="w-28 px-5 py-2.5 text-end font-semibold max-md:hidden">{columns.duration}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">{executions.map((execution) => <Row key={execution.id} execution={execution} />)}</tbody>
    </table>
  );
}

function Row({ execution }: { readonly execution: Execution }): ReactNode {
  const wayBack = useWayBack();
  const { id, jobName, status, documentName, failure, startedAt } = execution;
  return (
    <tr className="align-top hover:bg-hover">
      <td className="px-4 py-3 sm:px-5">
        <Link to={`/jobs/${encodeURIComponent(jobName)}/${encodeURIComponent(id)}`} state={wayBack} className="font-semibold text-accent tabular-nums hover:underline">{id}</Link>
      </td>
      <td className="px-3 py-3 max-sm:hidden"><StatusMark status={status} /></td>
      <td className="px-3 py-3">
        <p className="flex" title={documentName}><bdi className="truncate">{documentName ?? '–'}</bdi></p>
        <div className="my-1 sm:hidden"><StatusMark status={status} /></div>
        {failure === undefined ? null : <p className="line-clamp-2 text-sm text-danger [overflow-wrap:anywhere]"><bdi>{failure}</bdi></p>}
        <p className="text-sm text-soft md:hidden"><Moment time={startedAt} /> · <Duration of={execution} /></p>
      </td>
      <td className="px-3 py-3 whitespace-nowrap text-soft max-md:hidden"><Moment time={startedAt} /></td>
      <td className="px-5 py-3 text-end whitespace-nowrap tabular-nums max-md:hidden"><Duration of={execution} /></td>
    </tr>
  );
}
