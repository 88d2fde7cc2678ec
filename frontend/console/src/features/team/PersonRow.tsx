import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { ROLE_NAMES } from '../../shared/member/roles.ts';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { Badge, type Tone } from '../../shared/ui/Badge.tsx';
import { calledOf, standingOf, type Person, type Standing } from './contract.ts';
import { PersonMenu, type Undertaking } from './PersonMenu.tsx';
import { TEAM } from './texts.ts';

const TONES: Readonly<Record<Standing, Tone>> = { member: 'good', invited: 'calm', expired: 'warn' };

interface PersonRowProps {
  readonly person: Person;
  readonly now: number;
  readonly reasonId: string;
  readonly onChoose: (undertaking: Undertaking) => void;
}

export function PersonRow({ person, now, reasonId, onChoose }: PersonRowProps): ReactNode {
  const text = useTexts(TEAM);
  const role = useTexts(ROLE_NAMES)[person.role];
  const isSelf = useMember().id === person.id;
  const called = calledOf(person);
  const standing = standingOf(person, now);
  const mark = <Badge tone={TONES[standing]}>{text.standing[standing]}</Badge>;
  return (
    <tr className="align-top hover:bg-hover">
      <td className="px-4 py-3 sm:px-5">
        <p className="flex gap-2 font-semibold">
          <bdi className="truncate" title={called}>{called}</bdi>
          {isSelf ? <span className="shrink-0 font-normal text-soft">({text.you})</span> : null}
        </p>
        {called === person.email ? null : <p className="flex text-sm text-soft" title={person.email}><bdi className="truncate">{person.email}</bdi></p>}
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm sm:hidden">{role} {mark}</div>
        <p className="text-sm text-soft md:hidden"><Term person={person} standing={standing} /></p>
      </td>
      <td className="px-3 py-3 max-sm:hidden">{role}</td>
      <td className="px-3 py-3 max-sm:hidden">{mark}</td>
      <td className="px-3 py-3 whitespace-nowrap text-soft max-md:hidden"><Term person={person} standing={standing} /></td>
      <td className="w-14 py-2 pe-3 text-end max-sm:w-12"><PersonMenu person={person} reasonId={reasonId} onChoose={onChoose} /></td>
    </tr>
  );
}

/** Since when somebody is a member, or how long an invitation holds. */
function Term({ person: { createdAt, expiresAt }, standing }: { readonly person: Person; readonly standing: Standing }): ReactNode {
  const text = useTexts(TEAM);
  const formats = useFormats();
  const time = standing === 'member' ? createdAt : (expiresAt ?? createdAt);
  const say = standing === 'member' ? text.since : standing === 'invited' ? text.until : text.was;
  return <time dateTime={time} title={formats.moment(time)}>{say(formats.date(time))}</time>;
}
