import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Conversation } from '../../shared/conversation/contract.ts';
import { LastMessage, Moment, StatusMark, useCalled } from '../../shared/conversation/marks.tsx';
import { channelNamed, CONVERSATION } from '../../shared/conversation/texts.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { useNow } from '../../shared/useNow.ts';
import { useWayBack, type WayBack } from '../../shared/wayBack.ts';
import { useIsOperator } from './queries.ts';
import { CONVERSATIONS } from './texts.ts';

interface TableProps {
  readonly conversations: readonly Conversation[];
  readonly onTenant: (id: string) => void;
}

export function ConversationTable({ conversations, onTenant }: TableProps): ReactNode {
  const { columns, conversations: caption } = useTexts(CONVERSATIONS);
  const isOperator = useIsOperator();
  const now = useNow();
  const wayBack = useWayBack();
  return (
    <table className="w-full table-fixed text-[15px]">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-[13px] text-soft max-sm:hidden">
        <tr className="border-b border-line">
          <th scope="col" className="px-5 py-2.5 text-start font-semibold">{columns.contact}</th>
          {isOperator ? <th scope="col" className="w-52 px-3 py-2.5 text-start font-semibold max-md:hidden">{columns.tenant}</th> : null}
          <th scope="col" className="w-36 px-3 py-2.5 text-start font-semibold max-sm:hidden">{columns.status}</th>
          <th scope="col" className="w-32 px-3 py-2.5 text-start font-semibold max-lg:hidden">{columns.channel}</th>
          <th scope="col" className="w-28 px-3 py-2.5 text-end font-semibold max-lg:hidden">{columns.messages}</th>
          <th scope="col" className="w-36 px-5 py-2.5 text-start font-semibold max-sm:hidden">{columns.last}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {conversations.map((conversation) => <Row key={conversation.id} conversation={conversation} now={now} wayBack={wayBack} onTenant={onTenant} />)}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly conversation: Conversation;
  readonly now: number;
  readonly wayBack: WayBack;
  readonly onTenant: (id: string) => void;
}

function Row({ conversation, now, wayBack, onTenant }: RowProps): ReactNode {
  const { channels } = useTexts(CONVERSATION);
  const formats = useFormats();
  const called = useCalled()(conversation);
  const { id, tenant, channel, status, turnCount, lastActivityAt } = conversation;
  const whose = tenant === undefined ? null : (
    <button type="button" onClick={() => { onTenant(tenant.id); }} className="flex max-w-full text-start text-soft hover:text-accent hover:underline">
      <bdi className="truncate" title={tenant.name}>{tenant.name}</bdi>
    </button>
  );
  return (
    <tr className="align-top hover:bg-hover">
      <td className="px-4 py-3 sm:px-5">
        <Link to={id} state={wayBack} className="flex font-semibold hover:text-accent hover:underline"><bdi className="truncate" title={called}>{called}</bdi></Link>
        <LastMessage of={conversation} />
        <div className="text-sm md:hidden">{whose}</div>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-soft sm:hidden"><StatusMark status={status} /> <Moment time={lastActivityAt} now={now} /></div>
      </td>
      {tenant === undefined ? null : <td className="px-3 py-3 max-md:hidden">{whose}</td>}
      <td className="px-3 py-3 max-sm:hidden"><StatusMark status={status} /></td>
      <td className="px-3 py-3 text-soft max-lg:hidden">{channelNamed(channels, channel)}</td>
      <td className="px-3 py-3 text-end text-soft tabular-nums max-lg:hidden">{formats.number(turnCount)}</td>
      <td className="px-5 py-3 whitespace-nowrap text-soft max-sm:hidden"><Moment time={lastActivityAt} now={now} /></td>
    </tr>
  );
}
