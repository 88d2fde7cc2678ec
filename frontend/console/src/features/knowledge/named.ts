import type { KnowledgeDocument } from './contract.ts';

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Those whose names hold every word of the query, whatever the case, accents and points. */
export function named(documents: readonly KnowledgeDocument[], query: string): readonly KnowledgeDocument[] {
  const words = plain(query).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return documents;
  return documents.filter(({ fileName }) => {
    const name = plain(fileName);
    return words.every((word) => name.includes(word));
  });
}
