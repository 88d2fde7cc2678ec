import { useState, type ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Badge, type Tone } from '../../shared/ui/Badge.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { useNow } from '../../shared/useNow.ts';
import { standingOf, type Person, type Standing, type Tenant } from './contract.ts';
import { TENANT } from './detailTexts.ts';
import { InviteOwnerSheet } from './InviteOwnerSheet.tsx';
import { ListPart } from './ListPart.tsx';
import { Ownerless } from './Ownerless.tsx';
import { usePeople } from './queries.ts';
import { TakingBack } from './TakingBack.tsx';

const TONES: Readonly<Record<Standing, Tone>> = { active: 'good', invited: 'calm', over: 'warn' };

export function PeoplePart({ tenant: { profile: { id }, owners } }: { readonly tenant: Tenant }): ReactNode {
  const text = useTexts(TENANT);
  const [chosen, setChosen] = useState<Person>();
  const [isInviting, setInviting] = useState(false);
  const now = useNow();
  const { person, status } = text.personColumns;
  const lead = owners.some((owner) => owner.status === 'active') ? undefined : <Ownerless isAwaited={owners.length > 0} onInvite={() => { setInviting(true); }} />;
  return (
    <>
      <ListPart title={text.people} empty={text.peopleEmpty} lead={lead} of={usePeople(id)}>
        {(people) => (
          <table className="w-full table-fixed text-[15px]">
            <caption className="sr-only">{text.people}</caption>
            <colgroup><col /><col className="w-40" /></colgroup>
            <thead className="sr-only">
              <tr><th scope="col">{person}</th><th scope="col">{status}</th></tr>
            </thead>
            <tbody className="divide-y divide-line">
              {people.map((known) => <Row key={known.id} person={known} standing={standingOf(known, now)} onTakeBack={() => { setChosen(known); }} />)}
            </tbody>
          </table>
        )}
      </ListPart>
      {isInviting ? <InviteOwnerSheet tenantId={id} asked={owners[0]?.email} onClose={() => { setInviting(false); }} /> : null}
      {chosen === undefined ? null : <TakingBack tenantId={id} person={chosen} onClose={() => { setChosen(undefined); }} />}
    </>
  );
}

interface RowProps {
  readonly person: Person;
  readonly standing: Standing;
  readonly onTakeBack: () => void;
}

/** Operators take back what they may have sent themselves, which is owners' invitations; the others are the owners' matter. */
function Row({ person: { name, email, role, expiresAt }, standing, onTakeBack }: RowProps): ReactNode {
  const text = useTexts(TENANT);
  const formats = useFormats();
  const isInvitedOwner = role === 'owner' && standing !== 'active';
  return (
    <tr className="align-top">
      <td className="px-5 py-2.5">
        <p className="flex font-semibold"><bdi className="truncate" title={name ?? email}>{name ?? email}</bdi></p>
        {name === undefined ? null : <p className="flex text-sm text-soft"><bdi className="truncate" title={email}>{email}</bdi></p>}
        <p className="text-sm text-soft">{text.roles[role]}</p>
        {expiresAt === undefined ? null : <p className="text-sm text-soft"><time dateTime={expiresAt} title={formats.moment(expiresAt)}>{text.term[standing](formats.date(expiresAt))}</time></p>}
      </td>
      <td className="py-2.5 pe-5">
        <div className="flex flex-col items-end gap-2">
          <Badge tone={TONES[standing]}>{text.personStatus[standing]}</Badge>
          {isInvitedOwner ? <Button size="small" onClick={onTakeBack} aria-label={text.takeBackOf(isolated(email))}>{text.takeBack}</Button> : null}
        </div>
      </td>
    </tr>
  );
}
