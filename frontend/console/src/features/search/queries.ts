import { useQuery } from '@tanstack/react-query';
import { withQuery, type Page } from '../../shared/api/client.ts';
import { useClient, useMember } from '../../shared/session/SessionContext.tsx';
import type { Command } from './contract.ts';

/** The newest: a search that is opened must not fetch thousands. */
const MANY = 200;

interface Named {
  readonly id: string;
  readonly fileName: string;
}

interface Person {
  readonly id: string;
  readonly name?: string;
  readonly email: string;
}

/** What of the tenant's can be found by name, as far as it could be had. Its people are not for an operator who acts for it. */
export function useNamed(): { readonly documents: readonly Command[]; readonly people: readonly Command[]; readonly isLoading: boolean } {
  const client = useClient();
  const { role, isActing = false } = useMember();
  const mayManage = role === 'owner' || role === 'admin';
  const documents = useQuery({
    queryKey: ['documents', 'named'],
    enabled: mayManage,
    queryFn: ({ signal }) => client.json<Page<Named>>(withQuery('/v1/knowledge/documents', { limit: MANY }), { signal }),
  });
  const people = useQuery({
    queryKey: ['team', 'named'],
    enabled: mayManage && !isActing,
    queryFn: ({ signal }) => client.json<Page<Person>>(withQuery('/v1/members', { limit: MANY }), { signal }),
  });
  return {
    documents: documents.data?.items.map(documentCommand) ?? [],
    people: people.data?.items.map(personCommand) ?? [],
    isLoading: documents.isLoading || people.isLoading,
  };
}

const documentCommand = ({ id, fileName }: Named): Command => ({ id: `document-${id}`, label: fileName, icon: 'file', act: { to: `/knowledge/${encodeURIComponent(id)}` } });

const personCommand = ({ id, name = '', email }: Person): Command => ({
  id: `person-${id}`, label: name.trim() === '' ? email : name, detail: email, icon: 'person', act: { to: '/team' },
});
