import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Badge } from '../../shared/ui/Badge.tsx';
import { TENANT } from './detailTexts.ts';
import { ListPart } from './ListPart.tsx';
import { usePeople } from './queries.ts';

export function PeoplePart({ id }: { readonly id: string }): ReactNode {
  const text = useTexts(TENANT);
  const { person, status } = text.personColumns;
  return (
    <ListPart title={text.people} empty={text.peopleEmpty} of={usePeople(id)}>
      {(people) => (
        <table className="w-full table-fixed text-[15px]">
          <caption className="sr-only">{text.people}</caption>
          <colgroup><col /><col className="w-36" /></colgroup>
          <thead className="sr-only">
            <tr><th scope="col">{person}</th><th scope="col">{status}</th></tr>
          </thead>
          <tbody className="divide-y divide-line">
            {people.map(({ id: key, name, email, role, status: standing }) => (
              <tr key={key} className="align-top">
                <td className="px-5 py-2.5">
                  <p className="flex font-semibold"><bdi className="truncate" title={name ?? email}>{name ?? email}</bdi></p>
                  {name === undefined ? null : <p className="flex text-sm text-soft"><bdi className="truncate" title={email}>{email}</bdi></p>}
                  <p className="text-sm text-soft">{text.roles[role]}</p>
                </td>
                <td className="py-2.5 pe-5 text-end"><Badge tone={standing === 'active' ? 'good' : 'calm'}>{text.personStatus[standing]}</Badge></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ListPart>
  );
}
