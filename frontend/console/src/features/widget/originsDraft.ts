import { linesOf } from '../../shared/embed.ts';
import type { PageKey } from './contract.ts';

/** The pages of a key while somebody writes. */
export interface OriginsDraft {
  /** Of the key. */
  readonly id: string;
  /** What was saved when it was looked at last, line by line. */
  readonly base: string;
  readonly written: string;
}

export const originsOf = ({ allowedOrigins = [] }: PageKey): readonly string[] => allowedOrigins;

const savedOf = (key: PageKey): string => originsOf(key).join('\n');

export const draftOf = (key: PageKey): OriginsDraft => ({ id: key.id, base: savedOf(key), written: savedOf(key) });

export const isChanged = ({ written }: OriginsDraft, key: PageKey): boolean => linesOf(written).join('\n') !== savedOf(key);

/** The draft after what is saved, or the key, became another; the same as long as neither did. */
export function follow(draft: OriginsDraft, key: PageKey): OriginsDraft {
  if (draft.id !== key.id) return draftOf(key);
  if (draft.base === savedOf(key)) return draft;
  return { ...draft, base: savedOf(key), written: over(draft.written, linesOf(draft.base), originsOf(key)) };
}

/** What came meanwhile is there, and what went is not, lest saving takes it back. */
function over(written: string, before: readonly string[], after: readonly string[]): string {
  if (linesOf(written).join('\n') === before.join('\n')) return after.join('\n');
  const lines = written.split('\n').filter((line) => line.trim() === '' || after.includes(line.trim()) || !before.includes(line.trim()));
  const come = after.filter((origin) => !before.includes(origin) && !lines.some((line) => line.trim() === origin));
  while (come.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  return [...lines, ...come].join('\n');
}
