import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Icon, type IconName } from '../../shared/ui/icons.tsx';
import { isFoundAlready, kindOf, type KnowledgeDocument, type Kind } from './contract.ts';
import { DeleteDocument } from './DeleteDocument.tsx';
import { DocumentMenu } from './DocumentMenu.tsx';
import { DocumentStatus, useProblem, useUnreadable } from './DocumentStatus.tsx';
import { KNOWLEDGE } from './texts.ts';
import { useNow } from '../../shared/useNow.ts';

const ICONS: Readonly<Record<Kind, IconName>> = { file: 'file', text: 'text', qa: 'answers', profile: 'shop' };

export function DocumentTable({ documents }: { readonly documents: readonly KnowledgeDocument[] }): ReactNode {
  const { columns, documents: caption } = useTexts(KNOWLEDGE);
  const [deleting, setDeleting] = useState<KnowledgeDocument>();
  const now = useNow();
  return (
    <>
      <table className="w-full table-fixed text-[15px]">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-[13px] text-soft max-sm:collapse">
          <tr className="border-b border-line">
            <th scope="col" className="px-5 py-2.5 text-start font-semibold">{columns.name}</th>
            <th scope="col" className="w-40 px-3 py-2.5 text-start font-semibold max-sm:hidden">{columns.status}</th>
            <th scope="col" className="w-24 px-3 py-2.5 text-end font-semibold max-lg:hidden">{columns.chunks}</th>
            <th scope="col" className="w-24 px-3 py-2.5 text-end font-semibold max-lg:hidden">{columns.size}</th>
            <th scope="col" className="w-32 px-3 py-2.5 text-start font-semibold max-md:hidden">{columns.updated}</th>
            <th scope="col" className="w-14 max-sm:w-12"><span className="sr-only">{columns.actions}</span></th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {documents.map((document) => (
            <Row key={document.id} document={document} now={now} onDelete={() => { setDeleting(document); }} />
          ))}
        </tbody>
      </table>
      {deleting === undefined ? null : <DeleteDocument document={deleting} onClose={() => { setDeleting(undefined); }} />}
    </>
  );
}

interface RowProps {
  readonly document: KnowledgeDocument;
  readonly now: number;
  readonly onDelete: () => void;
}

function Row({ document, now, onDelete }: RowProps): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const formats = useFormats();
  const problem = useProblem(document);
  const unreadable = useUnreadable(document);
  const kind = kindOf(document);
  const name = kind === 'profile' ? text.kind.profile : document.fileName;
  return (
    <tr className="group relative hover:bg-hover">
      <td className="px-4 py-3 sm:px-5">
        <div className="flex items-start gap-3">
          <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-sunken text-soft max-sm:hidden" title={text.kind[kind]}>
            <Icon name={ICONS[kind]} />
          </span>
          <div className="min-w-0 flex-1 self-center">
            <Link to={`/knowledge/${document.id}`} className="flex font-semibold hover:text-accent hover:underline" title={name}>
              <bdi className="truncate">{name}</bdi>
            </Link>
            <div className="mt-1 sm:hidden"><DocumentStatus document={document} /></div>
            {problem === undefined ? null : <p className="mt-0.5 text-sm text-danger">{problem}</p>}
            {unreadable === undefined ? null : <p className="mt-0.5 text-sm text-warn">{unreadable}</p>}
            {isFoundAlready(document) ? <p className="mt-0.5 text-sm text-soft">{text.foundAlready}</p> : null}
            <p className="mt-0.5 text-sm text-soft lg:hidden">{formats.bytes(document.sizeBytes)} · {text.passages(formats.number(document.chunkCount), document.chunkCount)}</p>
          </div>
        </div>
      </td>
      <td className="px-3 py-3 pt-4 align-top max-sm:hidden"><DocumentStatus document={document} /></td>
      <td className="px-3 py-3 pt-4 text-end align-top tabular-nums max-lg:hidden">{formats.number(document.chunkCount)}</td>
      <td className="px-3 py-3 pt-4 text-end align-top whitespace-nowrap text-soft tabular-nums max-lg:hidden">{formats.bytes(document.sizeBytes)}</td>
      <td className="px-3 py-3 pt-4 align-top whitespace-nowrap text-soft max-md:hidden">
        <time dateTime={document.updatedAt} title={formats.moment(document.updatedAt)}>{formats.ago(document.updatedAt, now)}</time>
      </td>
      <td className="py-3 pe-3 text-end align-top"><DocumentMenu document={document} name={name} onDelete={onDelete} /></td>
    </tr>
  );
}
