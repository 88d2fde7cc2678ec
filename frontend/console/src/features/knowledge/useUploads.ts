import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useClient, useSession } from '../../shared/session/SessionContext.tsx';
import { refreshDocuments } from './queries.ts';
import { uploadPort } from './sendFile.ts';
import { Uploads, type Upload } from './uploads.ts';

/** There is one of these for every member who signs in. */
const ofMember = new WeakMap<QueryClient, Uploads>();

/** The files on their way. They go on when the room is left, and stop when the session ends. */
export function useUploads(): readonly [Uploads, readonly Upload[]] {
  const session = useSession();
  const client = useClient();
  const queries = useQueryClient();
  let uploads = ofMember.get(queries);
  if (uploads === undefined) {
    const created = new Uploads(uploadPort(client), () => { void refreshDocuments(queries); });
    const unsubscribe = session.subscribe(() => {
      if (session.state().kind !== 'signed-out') return;
      created.dropAll();
      unsubscribe();
    });
    uploads = created;
    ofMember.set(queries, created);
  }
  return [uploads, useSyncExternalStore(uploads.subscribe, uploads.list)];
}
