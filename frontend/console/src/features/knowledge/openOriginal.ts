import type { Client } from '../../shared/api/client.ts';
import { addressOf, save } from '../../shared/save.ts';
import type { KnowledgeDocument } from './contract.ts';

/** The server names these two itself; a browser shows them without running anything in them. */
const SHOWN = /^(application\/pdf|text\/plain)\b/;

/** Opens the bytes as they were uploaded, or saves them. */
export async function openOriginal(client: Client, { id, fileName }: KnowledgeDocument): Promise<void> {
  const response = await client.send(`/v1/knowledge/documents/${encodeURIComponent(id)}/content`);
  const isShown = SHOWN.test(response.headers.get('Content-Type') ?? '');
  const address = addressOf(await response.blob());
  if (isShown && window.open(address, '_blank') !== null) return;
  save(address, fileName);
}
