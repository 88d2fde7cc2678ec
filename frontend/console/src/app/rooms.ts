import { lazy, type ComponentType } from 'react';
import { texts } from '../shared/locale/language.ts';
import type { Role } from '../shared/session/session.ts';
import type { IconName } from '../shared/ui/icons.tsx';

export const ROOM_NAMES = texts({
  en: { knowledge: 'Knowledge', tryit: 'Try it', team: 'Team', jobs: 'Jobs', mail: 'Mail', account: 'Your account' },
  he: { knowledge: 'מאגר הידע', tryit: 'ניסיון', team: 'צוות', jobs: 'משימות', mail: 'דואר', account: 'החשבון שלי' },
});

export interface RoomEntry {
  readonly id: keyof (typeof ROOM_NAMES)['en'];
  readonly path: string;
  readonly icon: IconName;
  readonly roles: readonly Role[];
  readonly Content: ComponentType;
}

/** Each room is a bundle of its own. */
export const ROOMS: readonly RoomEntry[] = [
  {
    id: 'knowledge',
    path: '/knowledge',
    icon: 'knowledge',
    roles: ['owner', 'admin'],
    Content: lazy(() => import('../features/knowledge/KnowledgeRoom.tsx')),
  },
  {
    id: 'tryit',
    path: '/try-it',
    icon: 'tryit',
    roles: ['owner', 'admin'],
    Content: lazy(() => import('../features/tryit/TryItRoom.tsx')),
  },
  {
    id: 'team',
    path: '/team',
    icon: 'team',
    roles: ['owner', 'admin'],
    Content: lazy(() => import('../features/team/TeamRoom.tsx')),
  },
  {
    id: 'jobs',
    path: '/jobs',
    icon: 'jobs',
    roles: ['operator'],
    Content: lazy(() => import('../features/jobs/JobsRoom.tsx')),
  },
  {
    id: 'mail',
    path: '/mail',
    icon: 'mail',
    roles: ['operator'],
    Content: lazy(() => import('../features/mail/MailRoom.tsx')),
  },
];

/** Everybody's, reached from the menu and not from the navigation. */
export const ACCOUNT: RoomEntry = {
  id: 'account',
  path: '/account',
  icon: 'person',
  roles: ['owner', 'admin', 'agent', 'operator'],
  Content: lazy(() => import('../features/account/AccountRoom.tsx')),
};

export const roomsOf = (role: Role): readonly RoomEntry[] => ROOMS.filter(({ roles }) => roles.includes(role));
