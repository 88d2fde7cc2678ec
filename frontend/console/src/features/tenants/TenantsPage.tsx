import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Found } from '../../shared/ui/Found.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { Search } from '../../shared/ui/Search.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { useAsked, type Wish } from '../../shared/useAsked.ts';
import { useTyped } from '../../shared/useTyped.ts';
import { Choice } from './Choice.tsx';
import { isStatus, ORDERS, STATUSES, type ListedTenant } from './contract.ts';
import { NewTenantSheet } from './NewTenantSheet.tsx';
import { useTenants, type Wanted } from './queries.ts';
import { TenantTable } from './TenantTable.tsx';
import { TENANTS } from './texts.ts';

/** What is looked for is part of the address, so that it can be shared and survives a reload. */
export function TenantsPage(): ReactNode {
  const text = useTexts(TENANTS);
  const [isMaking, setMaking] = useState(false);
  const [wanted, want] = useWanted();
  const { text: sought, status, sort } = wanted;
  const [query, setQuery] = useTyped(sought ?? '', (typed) => { want({ text: typed }); });
  const tenants = useTenants(wanted);
  const { data, error, refetch, hasNextPage } = tenants;
  const clear = (): void => {
    setQuery('');
    want({ text: undefined, status: undefined });
  };
  const isSought = sought !== undefined || status !== undefined;
  const make = <Button kind="primary" icon="plus" onClick={() => { setMaking(true); }}>{text.create}</Button>;
  return (
    <Room title={text.title} detail={text.detail} actions={make}>
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-4 py-3 sm:px-5">
          <Search label={text.search} query={query} onChange={setQuery} />
          <Choice label={text.status} value={status ?? ''} options={['', ...STATUSES]} nameOf={(word) => (isStatus(word) ? text.statuses[word] : text.anyStatus)} onChoose={(word) => { want({ status: isStatus(word) ? word : undefined }); }} />
          <Choice label={text.sort} value={sort} options={ORDERS} nameOf={(order) => text.orders[order]} onChoose={(order) => { want({ sort: order }); }} />
          {data === undefined ? null : <Found of={tenants} className="sm:ms-auto"><Count tenants={data} hasMore={hasNextPage} /></Found>}
        </div>
        {data === undefined ? (
          error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
        ) : (
          <Found of={tenants}>
            {data.length > 0 ? (
              <TenantTable tenants={data} />
            ) : isSought ? (
              <State icon="search" title={text.noneFound} detail={text.noneFoundDetail}><Button onClick={clear}>{text.clear}</Button></State>
            ) : (
              <State icon="shop" title={text.empty} detail={text.emptyDetail} />
            )}
          </Found>
        )}
        <More of={tenants} />
      </Card>
      {isMaking ? <Making onClose={() => { setMaking(false); }} /> : null}
    </Room>
  );
}

function useWanted(): readonly [wanted: Wanted, want: (change: Partial<Wanted>) => void] {
  const [asked, ask] = useAsked();
  const want = (change: Partial<Wanted>): void => { ask((now) => searchOf({ ...wantedIn(now), ...change }), { replace: true }); };
  return [wantedIn(asked), want];
}

function wantedIn(search: URLSearchParams): Wanted {
  const text = (search.get('text') ?? '').trim();
  const status = search.get('status');
  return { text: text === '' ? undefined : text, status: isStatus(status) ? status : undefined, sort: search.get('sort') === 'name' ? 'name' : 'newest' };
}

/** What goes without saying is not said. */
const searchOf = ({ text, status, sort }: Wanted): Wish => ({
  ...(text === undefined || text === '' ? {} : { text }), ...(status === undefined ? {} : { status }), ...(sort === 'newest' ? {} : { sort }),
});

function Count({ tenants: { length }, hasMore }: { readonly tenants: readonly ListedTenant[]; readonly hasMore: boolean }): ReactNode {
  const text = useTexts(TENANTS);
  const formats = useFormats();
  return <p role="status" className="text-sm text-soft">{text.count(`${formats.number(length)}${hasMore ? '+' : ''}`, hasMore ? 2 : length)}</p>;
}

function Making({ onClose }: { readonly onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  return <NewTenantSheet onClose={onClose} onMade={({ id }) => { void navigate(`/tenants/${encodeURIComponent(id)}`); }} />;
}
