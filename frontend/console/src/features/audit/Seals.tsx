import type { ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { Icon, type IconName } from '../../shared/ui/icons.tsx';
import { useReason } from '../../shared/ui/States.tsx';
import { useVerification } from './queries.ts';
import { AUDIT } from './texts.ts';

type Finding = { readonly icon: IconName; readonly tone: string; readonly title: string; readonly detail?: string };

/** Whether the chain of seals still holds. */
export function Seals({ tenantId }: { readonly tenantId: string | undefined }): ReactNode {
  const text = useTexts(AUDIT);
  const verification = useVerification(tenantId);
  const { icon, tone, title, detail } = useFinding(verification);
  return (
    <div role={verification.data?.intact === false ? 'alert' : 'status'} className={cx('mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card px-4 py-3 sm:px-5', tone)}>
      <Icon name={icon} />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">{title}</p>
        {detail === undefined ? null : <p className="text-sm [overflow-wrap:anywhere]">{detail}</p>}
      </div>
      <Button size="small" busy={verification.isFetching} onClick={() => { void verification.refetch(); }}>{text.again}</Button>
    </div>
  );
}

function useFinding({ data, error }: ReturnType<typeof useVerification>): Finding {
  const text = useTexts(AUDIT);
  const formats = useFormats();
  const reason = useReason();
  if (error !== null) return { icon: 'alert', tone: 'bg-warn-wash text-warn', title: text.notVerified, detail: reason(error) };
  if (data === undefined) return { icon: 'shield', tone: 'bg-sunken text-soft', title: text.verifying };
  if (data.intact) {
    return { icon: 'shield', tone: 'bg-good-wash text-good', title: text.intact, detail: text.intactDetail(formats.number(data.sealed), formats.number(data.unsealed)) };
  }
  return {
    icon: 'alert',
    tone: 'bg-danger-wash text-danger',
    title: text.broken,
    detail: data.brokenAt === undefined ? text.brokenSomewhere : text.brokenDetail(isolated(data.brokenAt)),
  };
}
