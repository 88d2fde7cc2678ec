import { useId, type ReactNode } from 'react';
import { useFormats, useTexts } from '../locale/Locale.tsx';
import type { Citation } from './contract.ts';
import { piecesOf } from './pieces.ts';
import { ANSWER } from './texts.ts';

interface AnswerTextProps {
  readonly answer: { readonly text: string; readonly citations: readonly Citation[] };
}

/** The answer with a mark at each citation that leads to its source below. */
export function AnswerText({ answer: { text, citations } }: AnswerTextProps): ReactNode {
  const words = useTexts(ANSWER);
  const formats = useFormats();
  const id = useId();
  const pieces = piecesOf(text, new Set(citations.map(({ index }) => index)));
  const show = (index: number): void => { document.getElementById(`${id}-${index}`)?.focus(); };
  return (
    <>
      <p dir="auto" className="text-start leading-relaxed whitespace-pre-line [overflow-wrap:anywhere]">
        {pieces.map((piece, at) =>
          piece.kind === 'words' ? (
            piece.text
          ) : (
            <button
              key={at}
              type="button"
              aria-label={words.source(formats.number(piece.index))}
              onClick={() => { show(piece.index); }}
              className="ms-0.5 rounded-md bg-accent-wash px-1.5 align-[0.1em] text-xs font-bold text-accent tabular-nums hover:bg-accent hover:text-on-accent"
            >
              {piece.index}
            </button>
          ),
        )}
      </p>
      {citations.length === 0 ? null : (
        <ul aria-label={words.sources} className="mt-3 space-y-1.5">
          {citations.map((citation) => <Source key={citation.index} id={`${id}-${citation.index}`} citation={citation} />)}
        </ul>
      )}
    </>
  );
}

function Source({ id, citation }: { readonly id: string; readonly citation: Citation }): ReactNode {
  const words = useTexts(ANSWER);
  const formats = useFormats();
  return (
    <li id={id} tabIndex={-1} className="rounded-lg border border-line px-3 py-2 text-sm focus:border-accent">
      <p className="flex gap-2">
        <span className="font-bold text-accent tabular-nums">{citation.index}</span>
        <bdi className="min-w-0 font-semibold [overflow-wrap:anywhere]">{citation.documentName}</bdi>
        {citation.page === undefined ? null : <span className="shrink-0 text-soft">{words.page(formats.number(citation.page))}</span>}
      </p>
      <p className="mt-0.5 text-soft [overflow-wrap:anywhere]"><bdi>{citation.snippet}</bdi></p>
    </li>
  );
}
