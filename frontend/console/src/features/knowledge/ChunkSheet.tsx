import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { kindOf, type Chunk, type KnowledgeDocument } from './contract.ts';
import { DocumentStatus, useProblem, useUnreadable } from './DocumentStatus.tsx';
import { useChunks, useDocument } from './queries.ts';
import { KNOWLEDGE } from './texts.ts';

/** What a document became: the passages an answer can be made of. */
export function ChunkSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const { data: document, error, refetch } = useDocument(id);
  const title = document === undefined ? text.title : kindOf(document) === 'profile' ? text.kind.profile : document.fileName;
  return (
    <Sheet title={title} description={document === undefined ? text.view : <Facts document={document} />} onClose={onClose}>
      {document !== undefined ? <Chunks document={document} /> : error === null ? <SkeletonText /> : <Failure failure={error} onRetry={() => { void refetch(); }} />}
    </Sheet>
  );
}

function Facts({ document }: { readonly document: KnowledgeDocument }): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const formats = useFormats();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <DocumentStatus document={document} />
      <span>{text.kind[kindOf(document)]}</span>
      <span>{formats.bytes(document.sizeBytes)}</span>
      <span>{text.passages(formats.number(document.chunkCount), document.chunkCount)}</span>
    </div>
  );
}

function Chunks({ document }: { readonly document: KnowledgeDocument }): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const problem = useProblem(document);
  const unreadable = useUnreadable(document);
  const chunks = useChunks(document.id, `${document.status} ${document.updatedAt}`);
  const { data, error, refetch } = chunks;
  if (data === undefined) return error === null ? <SkeletonText /> : <Failure failure={error} onRetry={() => { void refetch(); }} />;
  return (
    <>
      {problem === undefined ? null : <p role="alert" className="mb-5 rounded-xl bg-danger-wash px-4 py-3 text-danger">{problem}</p>}
      {unreadable === undefined ? null : <p className="mb-5 rounded-xl bg-warn-wash px-4 py-3 text-warn">{unreadable}</p>}
      {data.length === 0 ? (
        <State icon="knowledge" title={text.noChunks} detail={document.status === 'failed' ? text.noChunksDetail.failed : text.noChunksDetail.working} />
      ) : (
        <ol className="space-y-4">{data.map((chunk) => <Passage key={chunk.chunkId} chunk={chunk} />)}</ol>
      )}
      <div className="mt-5 empty:hidden"><More of={chunks} /></div>
    </>
  );
}

function Passage({ chunk: { ordinal, heading, page, text: content, language, tokens } }: { readonly chunk: Chunk }): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const formats = useFormats();
  return (
    <li className="rounded-xl border border-line p-4">
      <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-soft">
        <span className="font-semibold tabular-nums">{formats.number(ordinal + 1)}</span>
        {page === undefined ? null : <span>{text.page(formats.number(page))}</span>}
        <span>{text.tokens(formats.number(tokens))}</span>
      </p>
      {heading === undefined || heading === '' ? null : <h3 dir="auto" lang={language} className="mb-1 text-start font-semibold">{heading}</h3>}
      <p dir="auto" lang={language} className="text-start leading-relaxed whitespace-pre-line [overflow-wrap:anywhere]">{content}</p>
    </li>
  );
}
