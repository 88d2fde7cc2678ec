import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { endWith } from '../../shared/session/ending.ts';
import { useClient, useMember, useSession } from '../../shared/session/SessionContext.tsx';
import { refreshDocuments } from './queries.ts';
import { uploadPort } from './sendFile.ts';
import { Uploads, type Upload } from './uploads.ts';

/** There is one of these for every member who signs in. */
const ofMember = new WeakMap<QueryClient, Uploads>();

interface OnTheirWay {
  readonly uploads: Uploads;
  readonly list: readonly Upload[];
  readonly arrived: readonly string[];
}

/** The files on their way. They go on when the room is left, and stop when whoever added them leaves. */
export function useUploads(): OnTheirWay {
  const session = useSession();
  const { id } = useMember();
  const client = useClient();
  const queries = useQueryClient();
  let uploads = ofMember.get(queries);
  if (uploads === undefined) {
    const created = new Uploads(uploadPort(client), () => { void refreshDocuments(queries); });
    endWith(session, id, () => { created.dropAll(); });
    created.subscribe(() => {
      if (created.isBusy) addEventListener('beforeunload', askBefore);
      else removeEventListener('beforeunload', askBefore);
    });
    uploads = created;
    ofMember.set(queries, created);
  }
  const list = useSyncExternalStore(uploads.subscribe, uploads.list);
  return { uploads, list, arrived: useSyncExternalStore(uploads.subscribe, uploads.arrived) };
}

/** What is not sent to its end would have to be found and chosen again. */
const askBefore = (event: BeforeUnloadEvent): void => { event.preventDefault(); };
