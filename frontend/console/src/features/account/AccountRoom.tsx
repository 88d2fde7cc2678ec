import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { PersonForm } from './PersonForm.tsx';
import { useAccount } from './queries.ts';
import { SecondFactor } from './SecondFactor.tsx';
import { Sessions } from './Sessions.tsx';
import { ACCOUNT_TEXTS } from './texts.ts';

export default function AccountRoom(): ReactNode {
  const text = useTexts(ACCOUNT_TEXTS);
  const { data, error, refetch } = useAccount();
  return (
    <Room title={text.title} detail={data === undefined ? undefined : <bdi className="[overflow-wrap:anywhere]">{data.email}</bdi>}>
      {data === undefined ? (
        error === null ? <Card className="p-6"><SkeletonText /></Card> : <Card><Failure failure={error} onRetry={() => { void refetch(); }} /></Card>
      ) : (
        <div className="max-w-xl space-y-6">
          <Part title={text.you}><PersonForm account={data} /></Part>
          <Part title={text.password}><PasswordForm email={data.email} /></Part>
          <SecondFactor isOn={data.secondFactor} />
          <Part title={text.sessions}><Sessions /></Part>
        </div>
      )}
    </Room>
  );
}
