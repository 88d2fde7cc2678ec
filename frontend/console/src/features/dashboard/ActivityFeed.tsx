import type { ReactNode } from 'react';
import { OPERATIONS } from '../../shared/audit/operations.ts';
import { Moment } from '../../shared/conversation/marks.tsx';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Card } from '../../shared/ui/Room.tsx';
import { useNow } from '../../shared/useNow.ts';
import type { Activity } from './contract.ts';
import { DASHBOARD } from './texts.ts';

export function ActivityFeed({ activity }: { readonly activity: readonly Activity[] }): ReactNode {
  const text = useTexts(DASHBOARD);
  const words = useTexts(OPERATIONS);
  const now = useNow();
  return (
    <Card>
      <h2 className="border-b border-line px-5 py-3.5 text-xl">{text.activity}</h2>
      {activity.length === 0 ? <p className="px-5 py-6 text-soft">{text.noActivity}</p> : (
        <ul className="divide-y divide-line">
          {activity.map(({ id, actor, actorKind, operation, tenantName, occurredAt }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4 px-5 py-2.5">
              <p className="min-w-0 [overflow-wrap:anywhere]"><bdi className="font-semibold">{actor ?? text.actors[actorKind]}</bdi>: <bdi>{words[operation] ?? operation}</bdi></p>
              <p className="text-sm text-soft"><bdi>{tenantName ?? text.ofPlatform}</bdi> · <Moment time={occurredAt} now={now} /></p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
