import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { useNow } from '../../shared/useNow.ts';
import type { Mail } from './contract.ts';
import { MAIL } from './texts.ts';

interface MailTableProps {
  readonly mails: readonly Mail[];
  readonly onOpen: (mail: Mail) => void;
}

export function MailTable({ mails, onOpen }: MailTableProps): ReactNode {
  const { columns, mails: caption } = useTexts(MAIL);
  const now = useNow();
  return (
    <table className="w-full table-fixed text-[15px]">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-[13px] text-soft max-sm:collapse">
        <tr className="border-b border-line">
          <th scope="col" className="px-5 py-2.5 text-start font-semibold">{columns.subject}</th>
          <th scope="col" className="w-72 px-3 py-2.5 text-start font-semibold max-md:hidden">{columns.to}</th>
          <th scope="col" className="w-36 px-5 py-2.5 text-start font-semibold max-sm:hidden">{columns.time}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {mails.map((mail) => <Row key={mail.id} mail={mail} now={now} onOpen={() => { onOpen(mail); }} />)}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly mail: Mail;
  readonly now: number;
  readonly onOpen: () => void;
}

function Row({ mail: { subject, to, keptAt }, now, onOpen }: RowProps): ReactNode {
  const { noSubject } = useTexts(MAIL);
  const formats = useFormats();
  const kept = <time dateTime={keptAt} title={formats.moment(keptAt)}>{formats.ago(keptAt, now)}</time>;
  return (
    <tr className="align-top hover:bg-hover">
      <td className="px-4 py-3 sm:px-5">
        <button type="button" onClick={onOpen} className="flex max-w-full text-start font-semibold hover:text-accent hover:underline" title={subject}>
          <bdi className="truncate">{subject === '' ? noSubject : subject}</bdi>
        </button>
        <p className="mt-0.5 flex text-sm text-soft md:hidden" title={to}><bdi className="truncate">{to}</bdi></p>
        <p className="text-sm text-soft sm:hidden">{kept}</p>
      </td>
      <td className="px-3 py-3 text-soft max-md:hidden"><p className="flex" title={to}><bdi className="truncate">{to}</bdi></p></td>
      <td className="px-5 py-3 whitespace-nowrap text-soft max-sm:hidden">{kept}</td>
    </tr>
  );
}
