import type { ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import type { Trend } from './contract.ts';
import { DASHBOARD } from './texts.ts';

interface TileProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly children?: ReactNode;
}

/** One figure. */
export const Tile = ({ name, value, children }: TileProps): ReactNode => (
  <div className="rounded-card border border-line bg-surface px-5 py-4 shadow-card">
    <dt className="text-sm font-semibold text-soft">{name}</dt>
    <dd>
      <p className="mt-1 font-serif text-3xl font-semibold tabular-nums"><bdi>{value}</bdi></p>
      <div className="mt-1 text-sm text-soft">{children}</div>
    </dd>
  </div>
);

export const Tiles = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <dl className="grid grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] gap-4">{children}</dl>
);

/** @param than names the time before */
export function TrendTile({ name, trend, than }: { readonly name: string; readonly trend: Trend; readonly than: string }): ReactNode {
  const formats = useFormats();
  const text = useTexts(DASHBOARD);
  const { changePercent: change } = trend;
  const percent = isolated(formats.percent(Math.abs(change ?? 0)));
  return (
    <Tile name={name} value={formats.number(trend.count)}>
      {change === undefined ? text.noneBefore : change === 0 ? text.same(than) : change > 0 ? text.more(percent, than) : text.fewer(percent, than)}
    </Tile>
  );
}
