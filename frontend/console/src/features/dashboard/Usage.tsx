import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import type { TenantDashboard } from './contract.ts';
import { DASHBOARD } from './texts.ts';

const DAY = 86_400_000;

/** The service period ends where the next one begins; its last day is the one before. */
export function Usage({ usage: { periodStart, periodEnd, meters } }: Pick<TenantDashboard, 'usage'>): ReactNode {
  const text = useTexts(DASHBOARD);
  const formats = useFormats();
  const last = new Date(Date.parse(periodEnd) - DAY).toISOString();
  return (
    <Part title={text.usage} detail={text.usageDetail(formats.utcDay(periodStart), formats.utcDay(last))}>
      <dl className="mt-4 divide-y divide-line">
        {meters.map(({ meter, quantity }) => (
          <div key={meter} className="flex flex-wrap justify-between gap-x-4 py-2.5">
            <dt className="text-soft">{text.meters[meter] ?? meter}</dt>
            <dd className="font-semibold tabular-nums"><bdi>{formats.number(quantity)}</bdi></dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
