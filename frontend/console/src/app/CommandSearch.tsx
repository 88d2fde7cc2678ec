import type { ReactNode } from 'react';
import type { Command, Group } from '../features/search/contract.ts';
import SearchDialog from '../features/search/SearchDialog.tsx';
import { leaveBy } from '../shared/leaving.ts';
import { LANGUAGES, texts } from '../shared/locale/language.ts';
import { useLocale, useTexts } from '../shared/locale/Locale.tsx';
import { useMember, useSession } from '../shared/session/SessionContext.tsx';
import { chooseTheme, useTheme, type Theme } from '../shared/theme/theme.ts';
import { ACCOUNT, ROOM_NAMES, type RoomEntry } from './rooms.ts';

const TEXTS = texts({
  en: {
    rooms: 'Rooms',
    actions: 'Actions',
    upload: 'Add knowledge from files',
    write: 'Write a text into the knowledge',
    pairs: 'Add questions and answers',
    invite: 'Invite somebody',
    key: 'Make a new key',
    themes: { system: 'Appearance as the system has it', light: 'Light appearance', dark: 'Dark appearance' },
    alsoTheme: 'theme mode',
    alsoLanguage: 'language שפה',
    signOut: 'Sign out',
    alsoSignOut: 'log out leave',
  },
  he: {
    rooms: 'חדרים',
    actions: 'פעולות',
    upload: 'להוסיף ידע מקבצים',
    write: 'לכתוב טקסט למאגר הידע',
    pairs: 'להוסיף שאלות ותשובות',
    invite: 'להזמין מישהו',
    key: 'ליצור מפתח חדש',
    themes: { system: 'מראה לפי המערכת', light: 'מראה בהיר', dark: 'מראה כהה' },
    alsoTheme: 'ערכת נושא',
    alsoLanguage: 'שפה language',
    signOut: 'יציאה',
    alsoSignOut: 'להתנתק',
  },
});

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export interface CommandSearchProps {
  /** Those that are open to whoever is signed in. */
  readonly rooms: readonly RoomEntry[];
  readonly onClose: () => void;
}

export function CommandSearch({ rooms, onClose }: CommandSearchProps): ReactNode {
  const text = useTexts(TEXTS);
  const actions = [...useManaging(rooms), ...useChoices()];
  const groups: readonly Group[] = [
    { id: 'rooms', title: text.rooms, commands: useRooms(rooms) },
    { id: 'actions', title: text.actions, commands: actions },
  ];
  return <SearchDialog groups={groups} onClose={onClose} />;
}

/** A room is found by its name in the other language, too. */
function useRooms(rooms: readonly RoomEntry[]): readonly Command[] {
  const names = useTexts(ROOM_NAMES);
  const { isActing = false } = useMember();
  return [...rooms, ...(isActing ? [] : [ACCOUNT])].map(({ id, path, icon }) => ({
    id: `room-${id}`, label: names[id], also: `${ROOM_NAMES.en[id]} ${ROOM_NAMES.he[id]}`, icon, act: { to: path },
  }));
}

/** What is done in a room is offered to those it is open to. */
function useManaging(rooms: readonly RoomEntry[]): readonly Command[] {
  const text = useTexts(TEXTS);
  const actions: readonly (Command & { readonly room: RoomEntry['id'] })[] = [
    { room: 'knowledge', id: 'upload', label: text.upload, icon: 'upload', act: { to: '/knowledge' } },
    { room: 'knowledge', id: 'write', label: text.write, icon: 'text', act: { to: '/knowledge/text' } },
    { room: 'knowledge', id: 'pairs', label: text.pairs, icon: 'answers', act: { to: '/knowledge/qa' } },
    { room: 'team', id: 'invite', label: text.invite, icon: 'team', act: { to: '/team?new' } },
    { room: 'keys', id: 'key', label: text.key, icon: 'key', act: { to: '/keys?new' } },
  ];
  return actions.filter(({ room }) => rooms.some(({ id }) => id === room));
}

/** What is chosen already is not offered. */
function useChoices(): readonly Command[] {
  const text = useTexts(TEXTS);
  const session = useSession();
  const theme = useTheme();
  const { language, choose } = useLocale();
  return [
    ...THEMES.filter((other) => other !== theme).map((other): Command => ({
      id: `theme-${other}`, label: text.themes[other], also: text.alsoTheme, icon: 'settings', act: { run: () => { chooseTheme(other); } },
    })),
    ...LANGUAGES.filter(({ value }) => value !== language).map(({ value, label }): Command => ({
      id: `language-${value}`, label, also: text.alsoLanguage, icon: 'globe', act: { run: () => { choose(value); } },
    })),
    { id: 'sign-out', label: text.signOut, also: text.alsoSignOut, icon: 'leave', act: { run: () => { leaveBy(() => { void session.signOut(); }); } } },
  ];
}
