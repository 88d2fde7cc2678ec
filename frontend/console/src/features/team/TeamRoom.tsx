import { useId, type ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { useOpen } from '../../shared/useOpen.ts';
import type { Person } from './contract.ts';
import { InviteSheet } from './InviteSheet.tsx';
import { useTeam } from './queries.ts';
import { TeamTable } from './TeamTable.tsx';
import { TEAM } from './texts.ts';

export default function TeamRoom(): ReactNode {
  const text = useTexts(TEAM);
  const [isInviting, setInviting] = useOpen();
  const team = useTeam();
  const invite = <Button kind="primary" icon="plus" onClick={() => { setInviting(true); }}>{text.invite}</Button>;
  return (
    <Room title={text.title} detail={text.detail} actions={team.data === undefined ? undefined : invite}>
      <Card>
        {team.data === undefined ? (
          team.error === null ? <SkeletonRows /> : <Failure failure={team.error} onRetry={() => { void team.refetch(); }} />
        ) : (
          <Team people={team.data} hasMore={team.hasNextPage} />
        )}
        <More of={team} />
      </Card>
      {isInviting ? <InviteSheet onClose={() => { setInviting(false); }} /> : null}
    </Room>
  );
}

function Team({ people, hasMore }: { readonly people: readonly Person[]; readonly hasMore: boolean }): ReactNode {
  const text = useTexts(TEAM);
  const formats = useFormats();
  const id = useId();
  const { role } = useMember();
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-1 border-b border-line px-4 py-3 text-sm text-soft sm:px-5">
        <p role="status">{text.count(`${formats.number(people.length)}${hasMore ? '+' : ''}`, hasMore ? 2 : people.length)}</p>
        {role === 'owner' ? null : <p id={id}>{text.onlyOwners}</p>}
      </div>
      <TeamTable people={people} reasonId={id} />
      {people.length < 2 && !hasMore ? (
        <div className="border-t border-line"><State icon="team" title={text.alone} detail={text.aloneDetail} /></div>
      ) : null}
    </>
  );
}
