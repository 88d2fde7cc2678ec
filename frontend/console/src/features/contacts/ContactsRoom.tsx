import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Found } from '../../shared/ui/Found.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { Search } from '../../shared/ui/Search.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { useAsked } from '../../shared/useAsked.ts';
import { useTyped } from '../../shared/useTyped.ts';
import { ContactTable } from './ContactTable.tsx';
import type { Contact } from './contract.ts';
import { useContacts } from './queries.ts';
import { CONTACTS } from './texts.ts';

/** What is looked for is part of the address, so that it can be shared and survives a reload. */
export default function ContactsRoom(): ReactNode {
  const text = useTexts(CONTACTS);
  const [asked, ask] = useAsked();
  const wanted = (asked.get('text') ?? '').trim();
  const look = (wish: string): void => { ask(() => (wish === '' ? {} : { text: wish }), { replace: true }); };
  const [query, setQuery] = useTyped(wanted, look);
  const contacts = useContacts(wanted === '' ? undefined : wanted);
  const { data, error, refetch, hasNextPage } = contacts;
  return (
    <Room title={text.title} detail={text.detail}>
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-4 py-3 sm:px-5">
          <Search label={text.search} query={query} onChange={setQuery} />
          {data === undefined ? null : <Found of={contacts} className="sm:ms-auto"><Count contacts={data} hasMore={hasNextPage} /></Found>}
        </div>
        {data === undefined ? (
          error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
        ) : (
          <Found of={contacts}>
            {data.length > 0 ? <ContactTable contacts={data} /> : <Nobody query={wanted} onClear={() => { look(''); }} />}
          </Found>
        )}
        <More of={contacts} />
      </Card>
    </Room>
  );
}

function Count({ contacts: { length }, hasMore }: { readonly contacts: readonly Contact[]; readonly hasMore: boolean }): ReactNode {
  const text = useTexts(CONTACTS);
  const formats = useFormats();
  return <p role="status" className="text-sm text-soft">{text.count(`${formats.number(length)}${hasMore ? '+' : ''}`, hasMore ? 2 : length)}</p>;
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
