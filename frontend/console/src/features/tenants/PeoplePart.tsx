import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Badge } from '../../shared/ui/Badge.tsx';
import { TENANT } from './detailTexts.ts';
import { ListPart } from './ListPart.tsx';
import { usePeople } from './queries.ts';

export function PeoplePart({ id }: { readonly id: string }): ReactNode {
  const text = useTexts(TENANT);
  const { person, role, status } = text.personColumns;
  return (
    <ListPart title={text.people} empty={text.peopleEmpty} of={usePeople(id)}>
      {(people) => (
        <table className="w-full table-fixed text-[15px]">
          <caption className="sr-only">{text.people}</caption>
          <thead className="sr-only">
            <tr><th scope="col">{person}</th><th scope="col">{role}</th><th scope="col">{status}</th></tr>
          </thead>
          <tbody className="divide-y divide-line">
            {people.map(({ id: key, name, email, role: held, status: standing }) => (
              <tr key={key} className="align-top">
                <td className="px-5 py-2.5">
                  <p className="flex font-semibold"><bdi className="truncate" title={name ?? email}>{name ?? email}</bdi></p>
                  {name === undefined ? null : <p className="flex text-sm text-soft"><bdi className="truncate" title={email}>{email}</bdi></p>}
                </td>
                <td className="w-24 px-2 py-2.5 text-soft">{text.roles[held]}</td>
                <td className="w-32 py-2.5 pe-5 text-end"><Badge tone={standing === 'active' ? 'good' : 'calm'}>{text.personStatus[standing]}</Badge></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ListPart>
  );
}
