import { useId, type ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { MEMBER_ROLES, ROLE_DUTIES, ROLE_NAMES, type MemberRole } from '../../shared/member/roles.ts';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { mayDecideAbout } from './contract.ts';
import { TEAM } from './texts.ts';

interface RoleFieldsProps {
  readonly initial: MemberRole;
  readonly error: string | undefined;
}

/** One of the roles, each with what it may do; part of a form as `role`. */
export function RoleFields({ initial, error }: RoleFieldsProps): ReactNode {
  const text = useTexts(TEAM);
  const id = useId();
  return (
    <fieldset aria-describedby={error === undefined ? undefined : `${id}-note`}>
      <legend className="mb-1.5 text-sm font-semibold">{text.role}</legend>
      <div className="space-y-2">
        {MEMBER_ROLES.map((role) => <RoleField key={role} role={role} isInitial={role === initial} isRefused={error !== undefined} />)}
      </div>
      {error === undefined ? null : <p id={`${id}-note`} className="mt-1.5 text-sm text-danger">{error}</p>}
    </fieldset>
  );
}

interface RoleFieldProps {
  readonly role: MemberRole;
  readonly isInitial: boolean;
  readonly isRefused: boolean;
}

function RoleField({ role, isInitial, isRefused }: RoleFieldProps): ReactNode {
  const text = useTexts(TEAM);
  const name = useTexts(ROLE_NAMES)[role];
  const duty = useTexts(ROLE_DUTIES)[role];
  const id = useId();
  const isOpen = mayDecideAbout(useMember().role, role);
  return (
    <div className={cx('flex items-start gap-3 rounded-[10px] border border-line p-3', isOpen ? 'has-checked:border-accent has-checked:bg-accent-wash' : 'bg-sunken')}>
      <input
        type="radio"
        id={id}
        name="role"
        value={role}
        defaultChecked={isInitial}
        disabled={!isOpen}
        aria-invalid={isRefused || undefined}
        aria-describedby={`${id}-duty`}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block font-semibold">{name}</label>
        <p id={`${id}-duty`} className="text-sm text-soft">{isOpen ? duty : text.onlyOwners}</p>
      </div>
    </div>
  );
}
