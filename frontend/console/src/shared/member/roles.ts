import { texts } from '../locale/language.ts';
import type { Role } from '../session/session.ts';

/** What somebody may be at a tenant. */
export type MemberRole = Exclude<Role, 'operator'>;

export const MEMBER_ROLES: readonly MemberRole[] = ['agent', 'admin', 'owner'];

export const ROLE_NAMES = texts<Readonly<Record<Role, string>>>({
  en: { owner: 'Owner', admin: 'Admin', agent: 'Agent', operator: 'Operator' },
  he: { owner: 'בעלים', admin: 'ניהול', agent: 'נציגות', operator: 'תפעול' },
});

export const ROLE_DUTIES = texts<Readonly<Record<MemberRole, string>>>({
  en: {
    owner: 'Everything an admin may, and decides who is an owner.',
    admin: 'Looks after knowledge, tries the assistant out and invites people.',
    agent: 'Answers conversations. Changes neither knowledge nor team.',
  },
  he: {
    owner: 'כל מה שמותר בניהול, וגם להחליט מי בעלים.',
    admin: 'מטפל במאגר הידע, מנסה את העוזר ומזמין אנשים.',
    agent: 'עונה בשיחות. לא משנה את מאגר הידע או את הצוות.',
  },
});
