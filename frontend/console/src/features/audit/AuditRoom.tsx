import { useState, type ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Found } from '../../shared/ui/Found.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State, useReason } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { useAsked } from '../../shared/useAsked.ts';
import type { AuditEntry } from './contract.ts';
import { EntrySheet } from './EntrySheet.tsx';
import { EntryTable } from './EntryTable.tsx';
import { filterIn } from './filter.ts';
import { FilterForm } from './FilterForm.tsx';
import { useEntries } from './queries.ts';
import { Seals } from './Seals.tsx';
import { AUDIT } from './texts.ts';

/** The filter is part of the address, so that it can be shared and survives a reload. */
export default function AuditRoom(): ReactNode {
  const text = useTexts(AUDIT);
  const [asked, ask] = useAsked();
  const [opened, setOpened] = useState<AuditEntry>();
  const filter = filterIn(asked);
  const entries = useEntries(filter);
  const { data, error, refetch, hasNextPage } = entries;
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Room title={text.title} detail={text.detail} actions={data === undefined ? undefined : <Refresh of={entries} />}>
      <Seals tenantId={filter.tenantId} />
      <Card>
        <FilterForm filter={filter} onFind={(wished) => { ask(() => wished); }} />
        {data === undefined ? (
          error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
        ) : (
          <Found of={entries}>
            {data.length === 0 ? (
              <State icon={isFiltered ? 'search' : 'audit'} title={isFiltered ? text.none : text.empty} detail={isFiltered ? text.noneDetail : text.emptyDetail} />
            ) : (
              <>
                <Count of={data} hasMore={hasNextPage} />
                <EntryTable entries={data} onOpen={setOpened} onTenant={(tenantId) => { ask((now) => ({ ...filterIn(now), tenantId })); }} />
              </>
            )}
          </Found>
        )}
        <More of={entries} />
      </Card>
      {opened === undefined ? null : <EntrySheet entry={opened} onClose={() => { setOpened(undefined); }} />}
    </Room>
  );
}

function Count({ of: { length }, hasMore }: { readonly of: readonly AuditEntry[]; readonly hasMore: boolean }): ReactNode {
  const text = useTexts(AUDIT);
  const formats = useFormats();
  return (
    <p role="status" className="border-b border-line px-4 py-3 text-sm text-soft sm:px-5">
      {text.count(`${formats.number(length)}${hasMore ? '+' : ''}`, hasMore ? 2 : length)}
    </p>
  );
}

/** What is shown already stays when asking for it anew fails. */
function Refresh({ of: { refetch, isRefetching, isFetchingNextPage } }: { readonly of: ReturnType<typeof useEntries> }): ReactNode {
  const text = useTexts(AUDIT);
  const toast = useToast();
  const reason = useReason();
  async function refresh(): Promise<void> {
    const { error } = await refetch();
    if (error !== null) toast({ tone: 'bad', title: reason(error) });
  }
  return <Button icon="redo" busy={isRefetching && !isFetchingNextPage} onClick={() => { void refresh(); }}>{text.refresh}</Button>;
}
