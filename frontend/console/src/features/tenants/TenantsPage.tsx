import { useEffect, useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { Search } from '../../shared/ui/Search.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { useSettled } from '../../shared/useSettled.ts';
import { Choice } from './Choice.tsx';
import { isStatus, ORDERS, STATUSES, type ListedTenant, type Order, type Status } from './contract.ts';
import { NewTenantSheet } from './NewTenantSheet.tsx';
import { useTenants } from './queries.ts';
import { TenantTable } from './TenantTable.tsx';
import { TENANTS } from './texts.ts';

/** What is looked for is part of the address, so that it can be shared and survives a reload. */
export function TenantsPage(): ReactNode {
  const text = useTexts(TENANTS);
  const [isMaking, setMaking] = useState(false);
  const { query, setQuery, status, setStatus, sort, setSort, settled } = useSought();
  const tenants = useTenants({ text: settled === '' ? undefined : settled, status, sort });
  const { data, error, refetch, hasNextPage } = tenants;
  const clear = (): void => {
    setQuery('');
    setStatus(undefined);
  };
  const isSought = settled !== '' || status !== undefined;
  const make = <Button kind="primary" icon="plus" onClick={() => { setMaking(true); }}>{text.create}</Button>;
  return (
    <Room title={text.title} detail={text.detail} actions={make}>
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-4 py-3 sm:px-5">
          <Search label={text.search} query={query} onChange={setQuery} />
          <Choice label={text.status} value={status ?? ''} options={['', ...STATUSES]} nameOf={(word) => (isStatus(word) ? text.statuses[word] : text.anyStatus)} onChoose={(word) => { setStatus(isStatus(word) ? word : undefined); }} />
          <Choice label={text.sort} value={sort} options={ORDERS} nameOf={(order) => text.orders[order]} onChoose={setSort} />
          {data === undefined ? null : <Count tenants={data} hasMore={hasNextPage} />}
        </div>
        {data === undefined ? (
          error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
        ) : data.length > 0 ? (
          <TenantTable tenants={data} />
        ) : isSought ? (
          <State icon="search" title={text.noneFound} detail={text.noneFoundDetail}><Button onClick={clear}>{text.clear}</Button></State>
        ) : (
          <State icon="shop" title={text.empty} detail={text.emptyDetail} />
        )}
        <More of={tenants} />
      </Card>
      {isMaking ? <Making onClose={() => { setMaking(false); }} /> : null}
    </Room>
  );
}

interface Sought {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** The query once nobody types any more. */
  readonly settled: string;
  readonly status: Status | undefined;
  readonly setStatus: (status: Status | undefined) => void;
  readonly sort: Order;
  readonly setSort: (sort: Order) => void;
}

function useSought(): Sought {
  const [search, setSearch] = useSearchParams();
  const [query, setQuery] = useState(search.get('text') ?? '');
  const [status, setStatus] = useState(() => {
    const given = search.get('status');
    return isStatus(given) ? given : undefined;
  });
  const [sort, setSort] = useState<Order>(search.get('sort') === 'name' ? 'name' : 'newest');
  const settled = useSettled(query.trim());
  useEffect(() => {
    setSearch({ ...(settled === '' ? {} : { text: settled }), ...(status === undefined ? {} : { status }), ...(sort === 'newest' ? {} : { sort }) }, { replace: true });
  }, [settled, status, sort, setSearch]);
  return { query, setQuery, settled, status, setStatus, sort, setSort };
}

function Count({ tenants: { length }, hasMore }: { readonly tenants: readonly ListedTenant[]; readonly hasMore: boolean }): ReactNode {
  const text = useTexts(TENANTS);
  const formats = useFormats();
  return <p role="status" className="text-sm text-soft sm:ms-auto">{text.count(`${formats.number(length)}${hasMore ? '+' : ''}`, hasMore ? 2 : length)}</p>;
}

function Making({ onClose }: { readonly onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  return <NewTenantSheet onClose={onClose} onMade={({ id }) => { void navigate(`/tenants/${encodeURIComponent(id)}`); }} />;
}
