import { useState, type ReactNode } from 'react';
import { calledOf } from '../../shared/contact/called.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Badge } from '../../shared/ui/Badge.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { useNow } from '../../shared/useNow.ts';
import { Blocking } from './Blocking.tsx';
import type { Contact } from './contract.ts';
import { CONTACTS } from './texts.ts';

export function ContactTable({ contacts }: { readonly contacts: readonly Contact[] }): ReactNode {
  const { columns, contacts: caption } = useTexts(CONTACTS);
  const [chosen, setChosen] = useState<Contact>();
  const now = useNow();
  return (
    <>
      <table className="w-full table-fixed text-[15px]">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-[13px] text-soft max-sm:collapse">
          <tr className="border-b border-line">
            <th scope="col" className="px-5 py-2.5 text-start font-semibold">{columns.contact}</th>
            <th scope="col" className="w-52 px-3 py-2.5 text-start font-semibold max-sm:hidden">{columns.status}</th>
            <th scope="col" className="w-32 px-3 py-2.5 text-start font-semibold max-lg:hidden">{columns.first}</th>
            <th scope="col" className="w-32 px-3 py-2.5 text-start font-semibold max-md:hidden">{columns.last}</th>
            <th scope="col" className="w-36 max-sm:w-34"><span className="sr-only">{columns.actions}</span></th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {contacts.map((contact) => <Row key={contact.id} contact={contact} now={now} onBlock={() => { setChosen(contact); }} />)}
        </tbody>
      </table>
      {chosen === undefined ? null : <Blocking contact={chosen} onClose={() => { setChosen(undefined); }} />}
    </>
  );
}

interface RowProps {
  readonly contact: Contact;
  readonly now: number;
  readonly onBlock: () => void;
}

function Row({ contact, now, onBlock }: RowProps): ReactNode {
  const text = useTexts(CONTACTS);
  const { blocked, firstSeenAt, lastSeenAt } = contact;
  const called = calledOf(contact) ?? text.nameless;
  return (
    <tr className="align-top hover:bg-hover">
      <td className="px-4 py-3 sm:px-5">
        <p className="flex font-semibold"><bdi className="truncate" title={called}>{called}</bdi></p>
        <About contact={contact} called={called} />
        <div className="mt-1 flex flex-wrap gap-1.5 sm:hidden"><Marks contact={contact} /></div>
        <p className="text-sm text-soft md:hidden">{text.seen} <Moment time={lastSeenAt} now={now} /></p>
      </td>
      <td className="px-3 py-3 max-sm:hidden"><div className="flex flex-wrap gap-1.5"><Marks contact={contact} /></div></td>
      <td className="px-3 py-3 whitespace-nowrap text-soft max-lg:hidden"><Moment time={firstSeenAt} now={now} /></td>
      <td className="px-3 py-3 whitespace-nowrap text-soft max-md:hidden"><Moment time={lastSeenAt} now={now} /></td>
      <td className="py-2.5 pe-4 text-end">
        <Button size="small" onClick={onBlock} aria-label={blocked ? text.unblockOf(isolated(called)) : text.blockOf(isolated(called))}>
          {blocked ? text.unblock : text.block}
        </Button>
      </td>
    </tr>
  );
}

/** What is known besides what they are called by. */
function About({ contact: { email, externalId }, called }: { readonly contact: Contact; readonly called: string }): ReactNode {
  const more = [email, externalId].filter((known) => known !== undefined && known !== '' && known !== called);
  if (more.length === 0) return null;
  return <p className="flex gap-2 text-sm text-soft">{more.map((known) => <bdi key={known} className="truncate" title={known}>{known}</bdi>)}</p>;
}

function Marks({ contact: { verified, blocked } }: { readonly contact: Contact }): ReactNode {
  const text = useTexts(CONTACTS);
  return (
    <>
      <Badge tone={verified ? 'good' : 'calm'}>{verified ? text.verified : text.unverified}</Badge>
      {blocked ? <Badge tone="bad">{text.blocked}</Badge> : null}
    </>
  );
}

function Moment({ time, now }: { readonly time: string; readonly now: number }): ReactNode {
  const formats = useFormats();
  return <time dateTime={time} title={formats.moment(time)}>{formats.ago(time, now)}</time>;
}
