import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import type { AuditEntry } from './contract.ts';
import { differences, type Difference } from './difference.ts';
import { Actor, OutcomeMark } from './marks.tsx';
import { OPERATIONS } from '../../shared/audit/operations.ts';
import { AUDIT } from './texts.ts';

interface EntrySheetProps {
  readonly entry: AuditEntry;
  readonly onClose: () => void;
}

export function EntrySheet({ entry, onClose }: EntrySheetProps): ReactNode {
  const text = useTexts(AUDIT);
  const formats = useFormats();
  const words = useTexts(OPERATIONS);
  const { operation, occurredAt, outcome, actor, before, after } = entry;
  return (
    <Sheet
      title={words[operation] ?? operation}
      description={
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <OutcomeMark outcome={outcome} />
          <Actor actor={actor} />
          <time dateTime={occurredAt}>{formats.moment(occurredAt)}</time>
        </div>
      }
      onClose={onClose}
    >
      <h3 className="mb-2 font-serif text-lg font-semibold">{text.changes}</h3>
      <Changes found={differences(before, after)} />
      <h3 className="mt-7 mb-2 font-serif text-lg font-semibold">{text.facts}</h3>
      <Facts entry={entry} />
    </Sheet>
  );
}

function Changes({ found }: { readonly found: readonly Difference[] }): ReactNode {
  const text = useTexts(AUDIT);
  if (found.length === 0) return <p className="text-soft">{text.same}</p>;
  return (
    <table className="w-full table-fixed text-[15px]">
      <thead className="text-[13px] text-soft">
        <tr className="border-b border-line">
          <th scope="col" className="w-[30%] py-2 pe-3 text-start font-semibold">{text.field}</th>
          <th scope="col" className="px-2 py-2 text-start font-semibold">{text.before}</th>
          <th scope="col" className="px-2 py-2 text-start font-semibold">{text.after}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {found.map(({ path, before, after }) => (
          <tr key={path} className="align-top">
            <th scope="row" className="py-2 pe-3 text-start font-mono text-[13px] leading-6 font-normal [overflow-wrap:anywhere]"><bdi>{path === '' ? '–' : path}</bdi></th>
            <td className="p-2"><Value value={before} className="bg-danger-wash text-danger" /></td>
            <td className="p-2"><Value value={after} className="bg-good-wash text-good" /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ value, className }: { readonly value: string | undefined; readonly className: string }): ReactNode {
  const text = useTexts(AUDIT);
  if (value === undefined) return <span className="text-soft">{text.nothing}</span>;
  return <span dir="auto" className={`block rounded-md px-2 py-0.5 text-start whitespace-pre-wrap [overflow-wrap:anywhere] ${className}`}>{value === '' ? '””' : value}</span>;
}

function Facts({ entry: { id, operation, problem, target, network, requestId, tenantId } }: { readonly entry: AuditEntry }): ReactNode {
  const text = useTexts(AUDIT);
  return (
    <dl className="divide-y divide-line">
      <Fact name={text.call}>{operation}</Fact>
      <Fact name={text.problem}>{problem}</Fact>
      <Fact name={text.target}>{target === undefined ? undefined : `${target.kind} ${target.id}`}</Fact>
      <Fact name={text.network}>{network}</Fact>
      <Fact name={text.request}>{requestId}</Fact>
      <Fact name={text.tenantId}>{tenantId}</Fact>
      <Fact name={text.id}>{id}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string | undefined }): ReactNode {
  if (children === undefined || children === '') return null;
  return (
    <div className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5 text-[15px]">
      <dt className="text-soft">{name}</dt>
      <dd className="font-mono text-[13px] leading-6 [overflow-wrap:anywhere]"><bdi>{children}</bdi></dd>
    </div>
  );
}
