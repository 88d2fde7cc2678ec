import { useEffect, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { Search } from '../../shared/ui/Search.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { useSettled } from '../../shared/useSettled.ts';
import { ContactTable } from './ContactTable.tsx';
import type { Contact } from './contract.ts';
import { useContacts } from './queries.ts';
import { CONTACTS } from './texts.ts';

/** What is looked for is part of the address, so that it can be shared and survives a reload. */
export default function ContactsRoom(): ReactNode {
  const text = useTexts(CONTACTS);
  const [search, setSearch] = useSearchParams();
  const [query, setQuery] = useState(search.get('text') ?? '');
  const settled = useSettled(query.trim());
  const contacts = useContacts(settled === '' ? undefined : settled);
  const { data, error, refetch, hasNextPage } = contacts;
  useEffect(() => { setSearch(settled === '' ? {} : { text: settled }, { replace: true }); }, [settled, setSearch]);
  return (
    <Room title={text.title} detail={text.detail}>
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-4 py-3 sm:px-5">
          <Search label={text.search} query={query} onChange={setQuery} />
          {data === undefined ? null : <Count contacts={data} hasMore={hasNextPage} />}
        </div>
        {data === undefined ? (
          error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
        ) : data.length > 0 ? (
          <ContactTable contacts={data} />
        ) : (
          <Nobody query={settled} onClear={() => { setQuery(''); }} />
        )}
        <More of={contacts} />
      </Card>
    </Room>
  );
}

function Count({ contacts: { length }, hasMore }: { readonly contacts: readonly Contact[]; readonly hasMore: boolean }): ReactNode {
  const text = useTexts(CONTACTS);
  const formats = useFormats();
  return <p role="status" className="text-sm text-soft sm:ms-auto">{text.count(`${formats.number(length)}${hasMore ? '+' : ''}`, hasMore ? 2 : length)}</p>;
}

function Nobody({ query, onClear }: { readonly query: string; readonly onClear: () => void }): ReactNode {
  const text = useTexts(CONTACTS);
  if (query === '') return <State icon="contacts" title={text.empty} detail={text.emptyDetail} />;
  return (
    <State icon="search" title={text.noneFound} detail={text.noneFoundDetail(query)}>
      <Button onClick={onClear}>{text.clear}</Button>
    </State>
  );
}
