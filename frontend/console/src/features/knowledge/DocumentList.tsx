import { useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { RoomTop } from '../../shared/ui/RoomTop.tsx';
import { Search } from '../../shared/ui/Search.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State, useReason } from '../../shared/ui/States.tsx';
import { AddKnowledge } from './AddKnowledge.tsx';
import { ChunkSheet } from './ChunkSheet.tsx';
import { isUnfinished, type KnowledgeDocument } from './contract.ts';
import { DocumentTable } from './DocumentTable.tsx';
import { DropZone } from './DropZone.tsx';
import { named } from './named.ts';
import { useDocuments } from './queries.ts';
import { KNOWLEDGE } from './texts.ts';
import { UploadList } from './UploadList.tsx';
import { useFilePicker } from './useFilePicker.tsx';
import { useUploads } from './useUploads.ts';

export function DocumentList(): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const { id } = useParams();
  const navigate = useNavigate();
  const documents = useDocuments();
  const { uploads, list, arrived } = useUploads();
  const add = (files: readonly File[]): void => { uploads.add(files); };
  const [picker, pick] = useFilePicker(add);
  const isEmpty = documents.data?.length === 0;

  return (
    <Room title={text.title} detail={text.detail} actions={<AddKnowledge onUpload={pick} />}>
      {picker}
      <RoomTop />
      <DropZone onFiles={add} onChoose={pick} />
      <UploadList uploads={list} arrived={arrived} onRetry={(key) => { uploads.retry(key); }} onDrop={(key) => { uploads.drop(key); }} />
      <Card>
        {documents.data === undefined ? (
          documents.error === null ? <SkeletonRows /> : <Failure failure={documents.error} onRetry={() => { void documents.refetch(); }} />
        ) : isEmpty ? (
          <State icon="knowledge" title={text.empty} detail={text.emptyDetail} />
        ) : (
          <Found documents={documents.data} of={documents} />
        )}
      </Card>
      {id === undefined ? null : <ChunkSheet key={id} id={id} onClose={() => { void navigate('/knowledge'); }} />}
    </Room>
  );
}

interface FoundProps {
  readonly documents: readonly KnowledgeDocument[];
  readonly of: ReturnType<typeof useDocuments>;
}

function Found({ documents, of }: FoundProps): ReactNode {
  const { error, hasNextPage: hasMore, isFetchingNextPage, fetchNextPage } = of;
  const text = useTexts(KNOWLEDGE);
  const formats = useFormats();
  const [query, setQuery] = useState('');
  const shown = named(documents, useDeferredValue(query));
  const isSearching = query.trim() !== '';
  const working = documents.filter(isUnfinished).length;

  // A name that is searched for may be on a page that is not here yet. One that does not come is asked for by hand.
  useEffect(() => {
    if (isSearching && hasMore && !isFetchingNextPage && error === null) void fetchNextPage();
  }, [isSearching, hasMore, isFetchingNextPage, error, fetchNextPage]);

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-4 py-3 sm:px-5">
        <Search label={text.search} query={query} onChange={setQuery} />
        <p role="status" className="text-sm text-soft sm:ms-auto">
          {text.count(`${formats.number(shown.length)}${hasMore ? '+' : ''}`, hasMore ? 2 : shown.length)}
          {working === 0 ? null : <span className="font-semibold text-accent"> · {text.working(formats.number(working))}</span>}
        </p>
      </div>
      {shown.length === 0 && !hasMore ? (
        <State icon="search" title={text.noneFound} detail={text.noneFoundDetail(query.trim())}>
          <Button onClick={() => { setQuery(''); }}>{text.clear}</Button>
        </State>
      ) : (
        <DocumentTable documents={shown} />
      )}
      {isSearching && hasMore && error !== null ? <Unfinished because={error} /> : null}
      {isSearching && error === null ? null : <More of={of} />}
    </>
  );
}

function Unfinished({ because }: { readonly because: Error }): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const reason = useReason();
  return <p role="alert" className="border-t border-line px-4 py-3 text-center text-sm text-danger sm:px-5">{text.unfinished} {reason(because)}</p>;
}
