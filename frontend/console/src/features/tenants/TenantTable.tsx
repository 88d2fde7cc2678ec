import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Badge } from '../../shared/ui/Badge.tsx';
import { useWayBack } from '../../shared/wayBack.ts';
import type { ListedTenant, Status } from './contract.ts';
import { TENANTS } from './texts.ts';

export function TenantTable({ tenants }: { readonly tenants: readonly ListedTenant[] }): ReactNode {
  const { columns, tenants: caption } = useTexts(TENANTS);
  return (
    <table className="w-full table-fixed text-[15px]">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-[13px] text-soft max-sm:hidden">
        <tr className="border-b border-line">
          <th scope="col" className="px-5 py-2.5 text-start font-semibold">{columns.tenant}</th>
          <th scope="col" className="w-32 px-3 py-2.5 text-start font-semibold">{columns.status}</th>
          <th scope="col" className="w-24 px-3 py-2.5 text-end font-semibold max-lg:hidden">{columns.members}</th>
          <th scope="col" className="w-32 px-3 py-2.5 text-end font-semibold max-lg:hidden">{columns.conversations}</th>
          <th scope="col" className="w-44 px-3 py-2.5 text-end font-semibold max-lg:hidden">{columns.messages}</th>
          <th scope="col" className="w-32 px-5 py-2.5 text-start font-semibold max-md:hidden">{columns.since}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {tenants.map((tenant) => <Row key={tenant.id} tenant={tenant} />)}
      </tbody>
    </table>
  );
}

function Row({ tenant: { id, name, industry, status, members, conversations, messagesThisMonth, createdAt } }: { readonly tenant: ListedTenant }): ReactNode {
  const text = useTexts(TENANTS);
  const formats = useFormats();
  const wayBack = useWayBack();
  return (
    <tr className="align-top hover:bg-hover">
      <td className="px-4 py-3 sm:px-5">
        <p className="flex font-semibold">
          <Link to={`/tenants/${encodeURIComponent(id)}`} state={wayBack} title={name} className="truncate hover:text-accent hover:underline"><bdi>{name}</bdi></Link>
        </p>
        {industry === undefined ? null : <p className="truncate text-sm text-soft"><bdi>{industry}</bdi></p>}
        <p className="text-sm text-soft lg:hidden">{text.figures(formats.number(members), formats.number(conversations), formats.number(messagesThisMonth))}</p>
        <div className="mt-1 sm:hidden"><StatusMark status={status} /></div>
      </td>
      <td className="px-3 py-3 max-sm:hidden"><StatusMark status={status} /></td>
      <td className="px-3 py-3 text-end tabular-nums max-lg:hidden">{formats.number(members)}</td>
      <td className="px-3 py-3 text-end tabular-nums max-lg:hidden">{formats.number(conversations)}</td>
      <td className="px-3 py-3 text-end tabular-nums max-lg:hidden">{formats.number(messagesThisMonth)}</td>
      <td className="px-5 py-3 whitespace-nowrap text-soft max-md:hidden"><time dateTime={createdAt}>{formats.date(createdAt)}</time></td>
    </tr>
  );
}

export const StatusMark = ({ status }: { readonly status: Status }): ReactNode => (
  <Badge tone={status === 'active' ? 'good' : 'warn'}>{useTexts(TENANTS).statuses[status]}</Badge>
);
