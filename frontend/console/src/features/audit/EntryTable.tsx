import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { useNow } from '../../shared/useNow.ts';
import type { AuditEntry } from './contract.ts';
import { Actor, OutcomeMark } from './marks.tsx';
import { OPERATIONS } from '../../shared/audit/operations.ts';
import { AUDIT } from './texts.ts';

interface EntryTableProps {
  readonly entries: readonly AuditEntry[];
  readonly onOpen: (entry: AuditEntry) => void;
  readonly onTenant: (id: string) => void;
}

/** Operators read what was done at all tenants. */
export function EntryTable({ entries, onOpen, onTenant }: EntryTableProps): ReactNode {
  const { columns, entries: caption } = useTexts(AUDIT);
  const isOperator = useMember().role === 'operator';
  const now = useNow();
  return (
    <table className="w-full table-fixed text-[15px]">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-[13px] text-soft max-sm:collapse">
        <tr className="border-b border-line">
          <th scope="col" className="px-5 py-2.5 text-start font-semibold">{columns.operation}</th>
          {isOperator ? <th scope="col" className="w-44 px-3 py-2.5 text-start font-semibold max-lg:hidden">{columns.tenant}</th> : null}
          <th scope="col" className="w-56 px-3 py-2.5 text-start font-semibold max-md:hidden">{columns.actor}</th>
          <th scope="col" className="w-32 px-3 py-2.5 text-start font-semibold max-sm:hidden">{columns.outcome}</th>
          <th scope="col" className="w-36 px-5 py-2.5 text-start font-semibold max-sm:hidden">{columns.time}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} now={now} onOpen={() => { onOpen(entry); }} onTenant={isOperator ? onTenant : undefined} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly entry: AuditEntry;
  readonly now: number;
  readonly onOpen: () => void;
  readonly onTenant: EntryTableProps['onTenant'] | undefined;
}

function Row({ entry: { tenantId, operation, actor, outcome, occurredAt }, now, onOpen, onTenant }: RowProps): ReactNode {
  const formats = useFormats();
  const words = useTexts(OPERATIONS);
  const when = <time dateTime={occurredAt} title={formats.moment(occurredAt)}>{formats.ago(occurredAt, now)}</time>;
  const whose = onTenant === undefined || tenantId === undefined ? null : <Whose tenantId={tenantId} onTenant={onTenant} />;
  return (
    <tr className="align-top hover:bg-hover">
      <td className="px-4 py-3 sm:px-5">
        <button type="button" onClick={onOpen} className="flex max-w-full text-start font-semibold hover:text-accent hover:underline">
          <bdi className="[overflow-wrap:anywhere]">{words[operation] ?? operation}</bdi>
        </button>
        <div className="flex text-sm text-soft md:hidden"><Actor actor={actor} /></div>
        {whose === null ? null : <div className="lg:hidden">{whose}</div>}
        <div className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-soft sm:hidden"><OutcomeMark outcome={outcome} /> {when}</div>
      </td>
      {onTenant === undefined ? null : <td className="px-3 py-3 max-lg:hidden">{whose}</td>}
      <td className="px-3 py-3 max-md:hidden"><Actor actor={actor} /></td>
      <td className="px-3 py-3 max-sm:hidden"><OutcomeMark outcome={outcome} /></td>
      <td className="px-5 py-3 whitespace-nowrap text-soft max-sm:hidden">{when}</td>
    </tr>
  );
}

/** The log knows tenants by their ids alone. */
const Whose = ({ tenantId, onTenant }: { readonly tenantId: string; readonly onTenant: EntryTableProps['onTenant'] }): ReactNode => (
  <button type="button" dir="ltr" title={tenantId} onClick={() => { onTenant(tenantId); }} className="block max-w-full truncate font-mono text-[13px] leading-6 text-soft hover:text-accent hover:underline">
    {tenantId}
  </button>
);
