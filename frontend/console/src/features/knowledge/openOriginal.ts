import type { Client } from '../../shared/api/client.ts';
import type { KnowledgeDocument } from './contract.ts';

/** The server names these two itself; a browser shows them without running anything in them. */
const SHOWN = /^(application\/pdf|text\/plain)\b/;
/** Long enough for another tab to have read the bytes. */
const KEPT = 60_000;

/**
 * Opens the bytes as they were uploaded, or saves them. They come through a request of ours because a plain link would
 * carry no token.
 */
export async function openOriginal(client: Client, { id, fileName }: KnowledgeDocument): Promise<void> {
  const response = await client.send(`/v1/knowledge/documents/${encodeURIComponent(id)}/content`);
  const isShown = SHOWN.test(response.headers.get('Content-Type') ?? '');
  const address = URL.createObjectURL(await response.blob());
  setTimeout(() => { URL.revokeObjectURL(address); }, KEPT);
  if (isShown && window.open(address, '_blank') !== null) return;
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
}
