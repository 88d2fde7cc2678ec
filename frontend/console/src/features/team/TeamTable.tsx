import { useState, type ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useNow } from '../../shared/useNow.ts';
import type { Person } from './contract.ts';
import type { Undertaking } from './PersonMenu.tsx';
import { PersonRow } from './PersonRow.tsx';
import { RemovePerson } from './RemovePerson.tsx';
import { RoleSheet } from './RoleSheet.tsx';
import { TEAM } from './texts.ts';

interface TeamTableProps {
  readonly people: readonly Person[];
  readonly reasonId: string;
}

export function TeamTable({ people, reasonId }: TeamTableProps): ReactNode {
  const { columns, people: caption } = useTexts(TEAM);
  const [undertaken, setUndertaken] = useState<{ readonly person: Person; readonly what: Undertaking }>();
  const now = useNow();
  const close = (): void => { setUndertaken(undefined); };
  return (
    <>
      <table className="w-full table-fixed text-[15px]">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-[13px] text-soft max-sm:collapse">
          <tr className="border-b border-line">
            <th scope="col" className="px-5 py-2.5 text-start font-semibold">{columns.person}</th>
            <th scope="col" className="w-28 px-3 py-2.5 text-start font-semibold max-sm:hidden">{columns.role}</th>
            <th scope="col" className="w-44 px-3 py-2.5 text-start font-semibold max-sm:hidden">{columns.status}</th>
            <th scope="col" className="w-44 px-3 py-2.5 text-start font-semibold max-md:hidden">{columns.time}</th>
            <th scope="col" className="w-14 max-sm:w-12"><span className="sr-only">{columns.actions}</span></th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} now={now} reasonId={reasonId} onChoose={(what) => { setUndertaken({ person, what }); }} />
          ))}
        </tbody>
      </table>
      {undertaken?.what === 'role' ? <RoleSheet person={undertaken.person} onClose={close} /> : null}
      {undertaken?.what === 'removal' ? <RemovePerson person={undertaken.person} onClose={close} /> : null}
    </>
  );
}
