import type { ReactNode } from 'react';
import { leaveBy } from '../shared/leaving.ts';
import { LANGUAGES, texts } from '../shared/locale/language.ts';
import { useLocale, useTexts } from '../shared/locale/Locale.tsx';
import { ROLE_NAMES } from '../shared/member/roles.ts';
import { useMember, useSession } from '../shared/session/SessionContext.tsx';
import { chooseTheme, useTheme, type Theme } from '../shared/theme/theme.ts';
import { Icon } from '../shared/ui/icons.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuLink } from '../shared/ui/Menu.tsx';
import { ACCOUNT, ROOM_NAMES } from './rooms.ts';

const TEXTS = texts({
  en: {
    account: 'Account and settings',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    signOut: 'Sign out',
  },
  he: {
    account: 'חשבון והגדרות',
    language: 'שפה',
    theme: 'מראה',
    themes: { system: 'לפי המערכת', light: 'בהיר', dark: 'כהה' },
    signOut: 'יציאה',
  },
});

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export function AccountMenu(): ReactNode {
  const text = useTexts(TEXTS);
  const roleNames = useTexts(ROLE_NAMES);
  const rooms = useTexts(ROOM_NAMES);
  const session = useSession();
  const { name, email, role, isActing = false } = useMember();
  const { language, choose } = useLocale();
  const theme = useTheme();
  const initial = Array.from(name.trim() === '' ? email : name.trim())[0]?.toUpperCase();
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <button
          type="button"
          className="flex items-center gap-3 rounded-xl p-1 text-start outline-offset-[-2px] hover:bg-side-hover focus-visible:outline-side-ink md:p-2 md:group-data-narrow/side:p-1"
        >
          <span aria-hidden="true" className="grid size-9 shrink-0 place-items-center rounded-full bg-side-active font-semibold">{initial}</span>
          <span className="hidden min-w-0 flex-1 leading-tight md:block md:group-data-narrow/side:hidden">
            <span className="block truncate text-sm font-semibold"><bdi>{name}</bdi></span>
            <span className="block truncate text-[13px] text-side-soft">{roleNames[isActing ? 'operator' : role]}</span>
          </span>
          <span className="sr-only">{text.account}</span>
          <Icon name="chevron" className="hidden rotate-180 text-side-soft md:block md:group-data-narrow/side:hidden" />
        </button>
      }
    >
      <p dir="ltr" className="max-w-64 truncate px-2.5 pt-1.5 text-start text-sm text-soft rtl:text-end">{email}</p>
      {isActing ? null : <MenuLink icon="person" to={ACCOUNT.path}>{rooms.account}</MenuLink>}
      <MenuLine />
      <MenuChoice label={text.language} value={language} options={LANGUAGES} onChoose={choose} />
      <MenuLine />
      <MenuChoice
        label={text.theme}
        value={theme}
        options={THEMES.map((value) => ({ value, label: text.themes[value] }))}
        onChoose={chooseTheme}
      />
      <MenuLine />
      <MenuItem icon="leave" onSelect={() => { leaveBy(() => { void session.signOut(); }); }}>{text.signOut}</MenuItem>
    </Menu>
  );
}
