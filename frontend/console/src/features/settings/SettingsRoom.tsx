import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { ProviderPart } from './ProviderPart.tsx';
import { useProfile } from './queries.ts';
import { SETTINGS } from './texts.ts';

export default function SettingsRoom(): ReactNode {
  const text = useTexts(SETTINGS);
  const { isActing } = useMember();
  const { data, error, refetch } = useProfile();
  return (
    <Room title={text.title} detail={text.detail}>
      {data === undefined ? (
        error === null ? <Card className="p-6"><SkeletonText /></Card> : <Card><Failure failure={error} onRetry={() => { void refetch(); }} /></Card>
      ) : (
        <div className="space-y-6">
          <ProfileForm profile={data} />
          {isActing === true ? null : <ProviderPart />}
        </div>
      )}
    </Room>
  );
}
