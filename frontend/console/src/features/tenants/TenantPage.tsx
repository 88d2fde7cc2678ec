import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { roomsFor } from '../../shared/session/acting.ts';
import { BackLink } from '../../shared/ui/BackLink.tsx';
import { buttonClass } from '../../shared/ui/Button.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import type { Tenant } from './contract.ts';
import { TENANT } from './detailTexts.ts';
import { FiguresPart } from './FiguresPart.tsx';
import { KeysPart } from './KeysPart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { ProfilePart } from './ProfilePart.tsx';
import { useTenant } from './queries.ts';
import { StandingPart } from './StandingPart.tsx';
import { StatusMark } from './TenantTable.tsx';
import { TENANTS } from './texts.ts';

export function TenantPage({ id }: { readonly id: string }): ReactNode {
  const text = useTexts(TENANT);
  const { title } = useTexts(TENANTS);
  const { data, error, refetch } = useTenant(id);
  return (
    <Room
      title={data?.profile.name ?? title}
      detail={data === undefined ? undefined : <Since tenant={data} />}
      back={<BackLink to="/tenants">{text.back}</BackLink>}
      actions={data === undefined ? undefined : <Ways id={id} />}
    >
      {data === undefined ? (
        <Card className={error === null ? 'p-6' : ''}>
          {error === null ? <SkeletonText /> : <Failure failure={error} onRetry={() => { void refetch(); }} />}
        </Card>
      ) : (
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <div className="space-y-6">
            <StandingPart tenant={data} />
            <ProfilePart profile={data.profile} />
          </div>
          <div className="space-y-6">
            <FiguresPart tenant={data} />
            <PeoplePart tenant={data} />
            <KeysPart id={id} />
          </div>
        </div>
      )}
    </Room>
  );
}

function Since({ tenant: { status, profile } }: { readonly tenant: Tenant }): ReactNode {
  const text = useTexts(TENANT);
  const formats = useFormats();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusMark status={status} />
      {profile.industry === undefined ? null : <bdi>{profile.industry}</bdi>}
      <time dateTime={profile.createdAt}>{text.since(formats.date(profile.createdAt))}</time>
    </p>
  );
}

/** The tenant's own rooms are another page, with another token: a plain link, which the router does not follow. */
function Ways({ id }: { readonly id: string }): ReactNode {
  const text = useTexts(TENANT);
  return (
    <>
      <Link to={`/conversations?tenant=${encodeURIComponent(id)}`} className={buttonClass()}><Icon name="answers" className="size-4.5" />{text.conversations}</Link>
      <Link to={`/audit?tenantId=${encodeURIComponent(id)}`} className={buttonClass()}><Icon name="audit" className="size-4.5" />{text.auditLog}</Link>
      <a href={roomsFor(id)} className={buttonClass('primary')}><Icon name="settings" className="size-4.5" />{text.setUp}</a>
    </>
  );
}
