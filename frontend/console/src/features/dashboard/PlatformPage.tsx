import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import { ActivityFeed } from './ActivityFeed.tsx';
import type { PlatformDashboard } from './contract.ts';
import { usePlatformDashboard } from './queries.ts';
import { DASHBOARD } from './texts.ts';
import { Tile, Tiles, TrendTile } from './Tile.tsx';
import { WeekChart } from './WeekChart.tsx';

export function PlatformPage(): ReactNode {
  const text = useTexts(DASHBOARD);
  const { data, error, refetch } = usePlatformDashboard();
  return (
    <Room title={text.title} detail={text.platform}>
      {data === undefined ? (
        <Card>{error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />}</Card>
      ) : (
        <Figures dashboard={data} />
      )}
    </Room>
  );
}

function Figures({ dashboard: { tenants, today, days, topTenants, activity } }: { readonly dashboard: PlatformDashboard }): ReactNode {
  const text = useTexts(DASHBOARD);
  const formats = useFormats();
  return (
    <div className="space-y-5">
      <Tiles>
        <Tile name={text.tenants} value={formats.number(tenants.total)}>{text.newTenants(isolated(formats.number(tenants.newThisWeek)))}</Tile>
        <TrendTile name={text.conversationsToday} trend={today.conversations} than={text.thanYesterday} />
        <TrendTile name={text.messagesToday} trend={today.messages} than={text.thanYesterday} />
        <TrendTile name={text.tokensToday} trend={today.tokens} than={text.thanYesterday} />
      </Tiles>
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Part title={text.week}><div className="mt-5"><WeekChart days={days} /></div></Part>
        <TopTenants tenants={topTenants} />
      </div>
      <ActivityFeed activity={activity} />
    </div>
  );
}

function TopTenants({ tenants }: { readonly tenants: PlatformDashboard['topTenants'] }): ReactNode {
  const text = useTexts(DASHBOARD);
  const formats = useFormats();
  return (
    <Part title={text.top}>
      {tenants.length === 0 ? <p className="mt-4 text-soft">{text.noTop}</p> : (
        <ol className="mt-4 divide-y divide-line">
          {tenants.map(({ tenantId, name, messages }) => (
            <li key={tenantId} className="flex justify-between gap-4 py-2.5">
              <Link to={`/conversations?tenant=${tenantId}`} className="flex min-w-0 font-semibold hover:text-accent hover:underline"><bdi className="truncate" title={name}>{name}</bdi></Link>
              <span className="shrink-0 text-soft tabular-nums">{text.messages(formats.number(messages), messages)}</span>
            </li>
          ))}
        </ol>
      )}
    </Part>
  );
}
