import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Client } from '../../shared/api/client.ts';
import { endWith } from '../../shared/session/ending.ts';
import { useClient, useMember, useSession } from '../../shared/session/SessionContext.tsx';
import type { TestAnswer } from './contract.ts';
import { Transcript, type AskPort, type Turn } from './transcript.ts';

/** There is one of these for every member who signs in. */
const ofMember = new WeakMap<QueryClient, Transcript>();

const portOf = (client: Client): AskPort => (question, signal) =>
  client.json<TestAnswer>('/v1/assistant/test', { method: 'POST', json: question, signal });

/** What was asked and answered. It outlasts a look at another room, and ends when whoever asked leaves. */
export function useTranscript(): readonly [Transcript, readonly Turn[]] {
  const session = useSession();
  const { id } = useMember();
  const client = useClient();
  const queries = useQueryClient();
  let transcript = ofMember.get(queries);
  if (transcript === undefined) {
    const created = new Transcript(portOf(client));
    endWith(session, id, () => { created.clear(); });
    transcript = created;
    ofMember.set(queries, created);
  }
  return [transcript, useSyncExternalStore(transcript.subscribe, transcript.turns)];
}
