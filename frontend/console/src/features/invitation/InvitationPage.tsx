import type { ReactNode } from 'react';
import { deadEndOf } from '../../shared/door/deadEnd.ts';
import { DoorPage } from '../../shared/door/DoorPage.tsx';
import { useLinkToken } from '../../shared/door/linkToken.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Accept } from './Accept.tsx';
import { useInvitation } from './invitation.ts';
import { DeadEndNote, NotFoundOut } from './notes.tsx';
import { INVITATION } from './texts.ts';

export default function InvitationPage(): ReactNode {
  const text = useTexts(INVITATION);
  const token = useLinkToken();
  return (
    <DoorPage title={text.title}>
      {token === undefined ? <DeadEndNote end="missing" /> : <Look key={token} token={token} />}
    </DoorPage>
  );
}

function Look({ token }: { readonly token: string }): ReactNode {
  const text = useTexts(INVITATION);
  const looking = useInvitation(token);
  switch (looking.kind) {
    case 'looking':
      return <p role="status" className="mt-6 text-soft">{text.looking}</p>;
    case 'found':
      return <Accept token={token} invitation={looking.invitation} />;
    case 'failed': {
      const end = deadEndOf(looking.failure);
      return end === undefined ? <NotFoundOut failure={looking.failure} onRetry={looking.again} /> : <DeadEndNote end={end} />;
    }
  }
}
