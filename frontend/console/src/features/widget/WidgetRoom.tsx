import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import { EmbedPart } from './EmbedPart.tsx';
import { LookForm } from './LookForm.tsx';
import { useProfile } from './queries.ts';
import { WIDGET } from './texts.ts';

export default function WidgetRoom(): ReactNode {
  const text = useTexts(WIDGET);
  const { data, error, refetch } = useProfile();
  return (
    <Room title={text.title} detail={text.detail}>
      {data === undefined ? (
        error === null ? <Card className="p-6"><SkeletonText /></Card> : <Card><Failure failure={error} onRetry={() => { void refetch(); }} /></Card>
      ) : (
        <div className="space-y-6">
          <LookForm profile={data} />
          <EmbedPart />
        </div>
      )}
    </Room>
  );
}
