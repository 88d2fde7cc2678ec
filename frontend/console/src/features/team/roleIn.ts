import { field } from '../../shared/door/DoorForm.tsx';
import { MEMBER_ROLES, type MemberRole } from '../../shared/member/roles.ts';

/** The role that was chosen; the least there is where none was. */
export const roleIn = (form: FormData): MemberRole => MEMBER_ROLES.find((role) => role === field(form, 'role')) ?? 'agent';
