import type { ReactNode } from 'react';
import { slugOf } from '../../shared/api/problem.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Badge, type Tone } from '../../shared/ui/Badge.tsx';
import type { KnowledgeDocument, Status } from './contract.ts';
import { KNOWLEDGE } from './texts.ts';

const TONES: Readonly<Record<Status, Tone>> = { pending: 'calm', processing: 'busy', completed: 'good', failed: 'bad' };

export function DocumentStatus({ document: { status, progress } }: { readonly document: KnowledgeDocument }): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const formats = useFormats();
  return (
    <>
      <Badge tone={TONES[status]}>{text.status[status]}</Badge>
      {status === 'processing' ? (
        <span className="mt-2 flex items-center gap-2">
          <progress className="h-1 w-20 overflow-hidden rounded-full max-sm:w-12" max={100} value={progress} aria-label={text.status.processing} />
          <span className="text-[13px] text-soft tabular-nums">{formats.percent(progress)}</span>
        </span>
      ) : null}
    </>
  );
}

/** Why a document failed and what its owner can do. */
export function useProblem({ status, problem }: KnowledgeDocument): string | undefined {
  const text = useTexts(KNOWLEDGE);
  if (status !== 'failed') return undefined;
  return problem === undefined ? text.problem : (text.problems[slugOf(problem.type)] ?? problem.detail ?? problem.title);
}

/** What of a document that is ready no answer can be made of. */
export function useUnreadable({ unreadablePages }: KnowledgeDocument): string | undefined {
  const text = useTexts(KNOWLEDGE);
  const formats = useFormats();
  return unreadablePages === undefined ? undefined : text.unreadable(formats.number(unreadablePages), unreadablePages);
}
