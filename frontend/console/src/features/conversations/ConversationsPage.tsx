import { useEffect, type ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Found } from '../../shared/ui/Found.tsx';
import { More, useMore } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State, useReason } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { useAsked } from '../../shared/useAsked.ts';
import { useTyped } from '../../shared/useTyped.ts';
import { ConversationTable } from './ConversationTable.tsx';
import { changed, filterIn, type Filter } from './filter.ts';
import { Filters } from './Filters.tsx';
import { useConversations, useFile, useIsOperator } from './queries.ts';
import { CONVERSATIONS } from './texts.ts';

/** So many parts of a search that find nothing are followed by the next one without being asked. */
const PATIENCE = 10;
/** As many conversations the server looks through for one page. */
const LOOKED_THROUGH = 1_000;

/** The filter is part of the address, so that it can be shared and survives a reload. */
export function ConversationsPage(): ReactNode {
  const text = useTexts(CONVERSATIONS);
  const isOperator = useIsOperator();
  const [asked, ask] = useAsked();
  const filter = filterIn(asked, isOperator);
  const set = (name: keyof Filter, value: string | undefined): void => {
    ask((now) => changed(filterIn(now, isOperator), name, value), { replace: true });
  };
  const [query, setQuery] = useTyped(filter.text ?? '', (typed) => { set('text', typed); });
  const conversations = useConversations(filter);
  const { data, error, refetch, hasNextPage } = conversations;
  const clear = (): void => {
    setQuery('');
    ask(() => ({}), { replace: true });
  };
  return (
    <Room title={text.title} detail={isOperator ? text.detailOfAll : text.detail} actions={<FileButton filter={filter} />}>
      <Card>
        <Filters filter={filter} conversations={data?.found ?? []} query={query} onQuery={setQuery} onSet={set} />
        {data === undefined ? (
          error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
        ) : (
          <Found of={conversations}>
            {data.found.length > 0 ? (
              <>
                <Count many={data.found.length} hasMore={hasNextPage} />
                <ConversationTable conversations={data.found} onTenant={(tenant) => { set('tenant', tenant); }} />
                <More of={conversations} />
              </>
            ) : (
              <Nothing of={conversations} isFiltered={Object.keys(filter).length > 0} onClear={clear} />
            )}
          </Found>
        )}
      </Card>
    </Room>
  );
}

function Count({ many, hasMore }: { readonly many: number; readonly hasMore: boolean }): ReactNode {
  const text = useTexts(CONVERSATIONS);
  const formats = useFormats();
  return (
    <p role="status" className="border-b border-line px-4 py-3 text-sm text-soft sm:px-5">
      {text.count(`${formats.number(many)}${hasMore ? '+' : ''}`, hasMore ? 2 : many)}
    </p>
  );
}

interface NothingProps {
  readonly of: ReturnType<typeof useConversations>;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** A search goes on for a while before it asks whether it should. */
function Nothing({ of, isFiltered, onClear }: NothingProps): ReactNode {
  const { data, error, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage } = of;
  const lookFurther = useMore(of);
  const text = useTexts(CONVERSATIONS);
  const formats = useFormats();
  const isOperator = useIsOperator();
  const pages = data?.pages ?? 0;
  const goesOn = hasNextPage && pages < PATIENCE;
  useEffect(() => {
    if (goesOn && !isFetching && error === null) void fetchNextPage();
  }, [goesOn, isFetching, error, fetchNextPage]);
  if (error === null && (goesOn || (isFetching && pages > 1))) return <p role="status" className="px-5 py-14 text-center text-soft">{text.searching}</p>;
  if (hasNextPage) {
    return (
      <State icon="search" title={text.noneYet(formats.number(pages * LOOKED_THROUGH))} detail={text.noneYetDetail}>
        <Button icon="search" busy={isFetchingNextPage} onClick={lookFurther}>{text.further}</Button>
      </State>
    );
  }
  if (!isFiltered) return <State icon="conversations" title={text.empty} detail={isOperator ? text.emptyOfAll : text.emptyDetail} />;
  return (
    <State icon="search" title={text.none} detail={text.noneDetail}>
      <Button onClick={onClear}>{text.clear}</Button>
    </State>
  );
}

function FileButton({ filter }: { readonly filter: Filter }): ReactNode {
  const text = useTexts(CONVERSATIONS);
  const toast = useToast();
  const reason = useReason();
  const { role } = useMember();
  const { mutate, isPending } = useFile(filter);
  if (role === 'agent') return null;
  const keep = (): void => {
    mutate(undefined, { onError: (failure) => { toast({ tone: 'bad', title: text.notSaved, detail: reason(failure) }); } });
  };
  return <Button icon="download" busy={isPending} title={text.fileHint} onClick={keep}>{text.file}</Button>;
}
