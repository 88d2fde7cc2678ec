import { lazy, type ComponentType } from 'react';
import { texts } from '../shared/locale/language.ts';
import type { Role } from '../shared/session/session.ts';
import type { IconName } from '../shared/ui/icons.tsx';
import { bundle, type Bundle } from './bundle.ts';

export const ROOM_NAMES = texts({
  en: {
    dashboard: 'Dashboard', tenants: 'Tenants', conversations: 'Conversations', knowledge: 'Knowledge', assistant: 'Assistant', tryit: 'Try it',
    widget: 'Widget', contacts: 'Contacts', team: 'Team', keys: 'Keys', settings: 'Settings', jobs: 'Jobs', tools: 'Tools', mail: 'Mail',
    audit: 'Audit log', account: 'Your account',
  },
  he: {
    dashboard: 'לוח בקרה', tenants: 'עסקים', conversations: 'שיחות', knowledge: 'מאגר הידע', assistant: 'העוזר', tryit: 'ניסיון',
    widget: 'וידג׳ט', contacts: 'אנשי קשר', team: 'צוות', keys: 'מפתחות', settings: 'הגדרות', jobs: 'משימות', tools: 'כלים', mail: 'דואר',
    audit: 'יומן ביקורת', account: 'החשבון שלי',
  },
});

export interface RoomEntry extends Bundle {
  readonly id: keyof (typeof ROOM_NAMES)['en'];
  readonly path: string;
  readonly icon: IconName;
  readonly roles: readonly Role[];
  /** What newcomers see there first; operators are none. */
  readonly Top?: ComponentType;
  /** People, what was said to them, and secrets, which stay the tenant's own when an operator acts for it. */
  readonly isPrivate?: true;
}

const Checklist = lazy(() => import('../features/onboarding/Checklist.tsx'));

export const ROOMS: readonly RoomEntry[] = [
  {
    id: 'dashboard',
    path: '/dashboard',
    icon: 'dashboard',
    roles: ['owner', 'admin', 'operator'],
    ...bundle(() => import('../features/dashboard/DashboardRoom.tsx')),
    Top: Checklist,
  },
  {
    id: 'conversations',
    path: '/conversations',
    icon: 'conversations',
    roles: ['owner', 'admin', 'agent', 'operator'],
    isPrivate: true,
    ...bundle(() => import('../features/conversations/ConversationsRoom.tsx')),
  },
  {
    id: 'knowledge',
    path: '/knowledge',
    icon: 'knowledge',
    roles: ['owner', 'admin'],
    ...bundle(() => import('../features/knowledge/KnowledgeRoom.tsx')),
    Top: Checklist,
  },
  {
    id: 'assistant',
    path: '/assistant',
    icon: 'assistant',
    roles: ['owner', 'admin'],
    ...bundle(() => import('../features/assistant/AssistantRoom.tsx')),
  },
  {
    id: 'tryit',
    path: '/try-it',
    icon: 'tryit',
    roles: ['owner', 'admin'],
    ...bundle(() => import('../features/tryit/TryItRoom.tsx')),
  },
  {
    id: 'widget',
    path: '/widget',
    icon: 'widget',
    roles: ['owner', 'admin'],
    ...bundle(() => import('../features/widget/WidgetRoom.tsx')),
  },
  {
    id: 'contacts',
    path: '/contacts',
    icon: 'contacts',
    roles: ['owner', 'admin', 'agent'],
    ...bundle(() => import('../features/contacts/ContactsRoom.tsx')),
  },
  {
    id: 'team',
    path: '/team',
    icon: 'team',
    roles: ['owner', 'admin'],
    isPrivate: true,
    ...bundle(() => import('../features/team/TeamRoom.tsx')),
  },
  {
    id: 'keys',
    path: '/keys',
    icon: 'key',
    roles: ['owner', 'admin'],
    isPrivate: true,
    ...bundle(() => import('../features/keys/KeysRoom.tsx')),
  },
  {
    id: 'settings',
    path: '/settings',
    icon: 'settings',
    roles: ['owner', 'admin'],
    ...bundle(() => import('../features/settings/SettingsRoom.tsx')),
  },
  {
    id: 'tenants',
    path: '/tenants',
    icon: 'shop',
    roles: ['operator'],
    ...bundle(() => import('../features/tenants/TenantsRoom.tsx')),
  },
  {
    id: 'jobs',
    path: '/jobs',
    icon: 'jobs',
    roles: ['operator'],
    ...bundle(() => import('../features/jobs/JobsRoom.tsx')),
  },
  {
    id: 'tools',
    path: '/tools',
    icon: 'tools',
    roles: ['operator'],
    ...bundle(() => import('../features/tools/ToolsRoom.tsx')),
  },
  {
    id: 'mail',
    path: '/mail',
    icon: 'mail',
    roles: ['operator'],
    ...bundle(() => import('../features/mail/MailRoom.tsx')),
  },
  {
    id: 'audit',
    path: '/audit',
    icon: 'audit',
    roles: ['owner', 'admin', 'operator'],
    ...bundle(() => import('../features/audit/AuditRoom.tsx')),
  },
];

/** Everybody's, reached from the menu and not from the navigation. */
export const ACCOUNT: RoomEntry = {
  id: 'account',
  path: '/account',
  icon: 'person',
  roles: ['owner', 'admin', 'agent', 'operator'],
  ...bundle(() => import('../features/account/AccountRoom.tsx')),
};

/** @param isActing whether it is an operator in the rooms of somebody with the role */
export const roomsOf = (role: Role, isActing = false): readonly RoomEntry[] =>
  ROOMS.filter(({ roles, isPrivate }) => roles.includes(role) && !(isActing && isPrivate === true));
