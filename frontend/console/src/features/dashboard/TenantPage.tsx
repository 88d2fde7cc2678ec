import type { ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { RoomTop } from '../../shared/ui/RoomTop.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { AssistantTile } from './AssistantTile.tsx';
import { ByChannel } from './ByChannel.tsx';
import { answeredShare, isUntouched, sumOf, type TenantDashboard } from './contract.ts';
import { useTenantDashboard } from './queries.ts';
import { QuickActions } from './QuickActions.tsx';
import { RecentConversations } from './RecentConversations.tsx';
import { DASHBOARD } from './texts.ts';
import { Tile, Tiles, TrendTile } from './Tile.tsx';
import { Usage } from './Usage.tsx';
import { WeekChart } from './WeekChart.tsx';

export function TenantPage(): ReactNode {
  const text = useTexts(DASHBOARD);
  const { isActing = false } = useMember();
  const { data, error, refetch } = useTenantDashboard();
  // An operator is not told of conversations, and cannot know whether there were any.
  const isNew = !isActing && data !== undefined && isUntouched(data);
  return (
    <Room title={text.title} detail={text.detail}>
      <RoomTop />
      {data === undefined ? (
        <Card>{error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />}</Card>
      ) : (
        <div className="space-y-5">
          {isNew ? <Card><State icon="conversations" title={text.empty} detail={text.emptyDetail} /></Card> : <Figures dashboard={data} />}
          <QuickActions />
        </div>
      )}
    </Room>
  );
}

function Figures({ dashboard }: { readonly dashboard: TenantDashboard }): ReactNode {
  const text = useTexts(DASHBOARD);
  const { isActing = false } = useMember();
  const { conversations, days, usage, recent } = dashboard;
  return (
    <>
      <Tiles>
        <TrendTile name={text.conversations} trend={conversations} than={text.than} />
        <MessagesTile dashboard={dashboard} />
        <ResponseTile dashboard={dashboard} />
        <AnsweredTile dashboard={dashboard} />
        <AssistantTile />
      </Tiles>
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Part title={text.week}><div className="mt-5"><WeekChart days={days} /></div></Part>
        <Usage usage={usage} />
      </div>
      {isActing ? null : <RecentConversations conversations={recent} />}
    </>
  );
}

interface FigureProps {
  readonly dashboard: TenantDashboard;
}

function MessagesTile({ dashboard: { messagesToday } }: FigureProps): ReactNode {
  const text = useTexts(DASHBOARD);
  const formats = useFormats();
  return (
    <Tile name={text.messagesToday} value={formats.number(sumOf(messagesToday))}>
      {messagesToday.length === 0 ? text.noMessages : <ByChannel counts={messagesToday} />}
    </Tile>
  );
}

function ResponseTile({ dashboard: { responseMs } }: FigureProps): ReactNode {
  const text = useTexts(DASHBOARD);
  const formats = useFormats();
  return (
    <Tile name={text.response} value={responseMs === undefined ? '–' : formats.duration(responseMs)}>
      {responseMs === undefined ? text.noResponse : text.responseDetail}
    </Tile>
  );
}

function AnsweredTile({ dashboard: { outcomes } }: FigureProps): ReactNode {
  const text = useTexts(DASHBOARD);
  const formats = useFormats();
  const share = answeredShare(outcomes);
  return (
    <Tile name={text.answered} value={share === undefined ? '–' : formats.percent(share)}>
      {share === undefined ? text.noResponse : <p>{text.abstained(isolated(formats.number(outcomes.abstained)))}</p>}
      {outcomes.handedOff === 0 ? null : <p>{text.handedOff(isolated(formats.number(outcomes.handedOff)))}</p>}
    </Tile>
  );
}
