import { lazy, type ComponentType } from 'react';
import { texts } from '../shared/locale/language.ts';
import type { Role } from '../shared/session/session.ts';
import type { IconName } from '../shared/ui/icons.tsx';

export const ROOM_NAMES = texts({
  en: { knowledge: 'Knowledge', tryit: 'Try it', jobs: 'Jobs', mail: 'Mail' },
  he: { knowledge: 'מאגר הידע', tryit: 'ניסיון', jobs: 'משימות', mail: 'דואר' },
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

export const roomsOf = (role: Role): readonly RoomEntry[] => ROOMS.filter(({ roles }) => roles.includes(role));
