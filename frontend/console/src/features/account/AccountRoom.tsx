import { useId, type ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { PersonForm } from './PersonForm.tsx';
import { useAccount } from './queries.ts';
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
          <Part title={text.sessions}><Sessions /></Part>
        </div>
      )}
    </Room>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Card className="p-5 sm:p-6">
        <h2 id={id} className="text-xl">{title}</h2>
        {children}
      </Card>
    </div>
  );
}
