import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { texts } from '../shared/locale/language.ts';
import { useTexts } from '../shared/locale/Locale.tsx';
import { remember, remembered } from '../shared/preferences.ts';
import { useMember } from '../shared/session/SessionContext.tsx';
import { cx } from '../shared/ui/cx.ts';
import { Icon, Mark } from '../shared/ui/icons.tsx';
import { Menu, MenuLink } from '../shared/ui/Menu.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { ROOM_NAMES, type RoomEntry } from './rooms.ts';
import { SuspendedBanner } from './SuspendedBanner.tsx';
import { useSearch } from './useSearch.ts';

const TEXTS = texts({
  en: {
    skip: 'Skip to content', nav: 'Rooms', more: 'More', operations: 'Operations', offline: 'You are offline. What you see may be out of date.',
    search: 'Search', narrow: 'Collapse the side bar', wide: 'Expand the side bar',
  },
  he: {
    skip: 'דילוג לתוכן', nav: 'חדרים', more: 'עוד', operations: 'תפעול', offline: 'אין חיבור לרשת. ייתכן שהמידע אינו עדכני.',
    search: 'חיפוש', narrow: 'צמצום סרגל הצד', wide: 'הרחבת סרגל הצד',
  },
});

interface ShellProps {
  readonly rooms: readonly RoomEntry[];
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

/** A side bar and a bar at the top on wide screens; on a phone a bar at the top and the rooms at the thumb. */
export function Shell({ rooms, banner, children }: ShellProps): ReactNode {
  const text = useTexts(TEXTS);
  const { tenantSuspended } = useMember();
  const { Dialog, open, close } = useSearch();
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <a
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
        className="fixed start-3 -top-20 z-60 rounded-lg bg-accent px-4 py-2 font-semibold text-on-accent focus:top-3"
      >
        {text.skip}
      </a>
      <Head rooms={rooms} onSearch={open} />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar onSearch={open} />
        <main id="main" tabIndex={-1} data-quiet-focus className={cx('min-w-0 flex-1 pb-16 md:pb-0', banner !== undefined && '[--banner:2.5rem]')}>
          {banner}
          {tenantSuspended === true ? <SuspendedBanner /> : null}
          <Offline text={text.offline} />
          {children}
        </main>
      </div>
      {rooms.length < 2 ? null : <ThumbBar rooms={rooms} label={text.nav} />}
      {Dialog === undefined ? null : <Dialog rooms={rooms} onClose={close} />}
    </div>
  );
}

function TopBar({ onSearch }: { readonly onSearch: () => void }): ReactNode {
  const text = useTexts(TEXTS);
  return (
    <div role="search" className="sticky top-0 z-20 h-(--bar) bg-paper max-md:hidden">
      <div className="mx-auto flex max-w-6xl px-8 pt-3 pb-2">
        <button type="button" {...SEARCH} onClick={onSearch} className="flex h-9.5 w-80 items-center gap-2.5 rounded-[10px] border border-edge bg-surface px-3 text-[15px] text-soft hover:text-ink">
          <Icon name="search" className="size-4.5" />
          <span className="flex-1 text-start">{text.search}</span>
          <kbd dir="ltr" className="font-sans text-[13px]">{isMac ? '⌘K' : 'Ctrl K'}</kbd>
        </button>
      </div>
    </div>
  );
}

const SEARCH = { 'aria-haspopup': 'dialog', 'aria-keyshortcuts': 'Control+K Meta+K' } as const;
const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Whether the side bar shows names is remembered by the browser; on a phone there is none. */
function Head({ rooms, onSearch }: Pick<ShellProps, 'rooms'> & { readonly onSearch: () => void }): ReactNode {
  const text = useTexts(TEXTS);
  const { tenantName } = useMember();
  const [isNarrow, setNarrow] = useState(() => remembered('sidebar') === 'narrow');
  const turn = (): void => {
    remember('sidebar', isNarrow ? 'wide' : 'narrow');
    setNarrow(!isNarrow);
  };
  return (
    <header
      data-narrow={isNarrow ? '' : undefined}
      className="group/side sticky top-0 z-30 flex items-center gap-3 bg-side px-4 py-2.5 text-side-ink transition-[width] duration-200 max-md:h-(--bar) md:h-dvh md:w-60 md:shrink-0 md:flex-col md:items-stretch md:gap-0 md:px-3 md:py-5 md:data-narrow:w-17"
    >
      <div className="flex min-w-0 flex-1 items-center gap-3 md:flex-none md:px-1.5 md:group-data-narrow/side:flex-col">
        <Mark className="size-8" />
        <div className="min-w-0 flex-1 leading-tight md:group-data-narrow/side:hidden">
          <p className="font-serif text-lg font-semibold tracking-wide">CSAI</p>
          <p className="truncate text-[13px] text-side-soft"><bdi>{tenantName ?? text.operations}</bdi></p>
        </div>
        <button type="button" aria-expanded={!isNarrow} aria-label={isNarrow ? text.wide : text.narrow} title={isNarrow ? text.wide : text.narrow} onClick={turn} className={cx(SIDE_BUTTON, 'max-md:hidden')}>
          <Icon name="panel" />
        </button>
      </div>
      <button type="button" {...SEARCH} aria-label={text.search} title={text.search} onClick={onSearch} className={cx(SIDE_BUTTON, 'md:hidden')}>
        <Icon name="search" />
      </button>
      <SideBar rooms={rooms} label={text.nav} isNarrow={isNarrow} />
      <AccountMenu />
    </header>
  );
}

const SIDE_BUTTON = 'grid size-9 shrink-0 place-items-center rounded-lg text-side-soft outline-offset-[-2px] hover:bg-side-hover hover:text-side-ink focus-visible:outline-side-ink';

interface BarProps extends Pick<ShellProps, 'rooms'> {
  readonly label: string;
}

function SideBar({ rooms, label, isNarrow }: BarProps & { readonly isNarrow: boolean }): ReactNode {
  return (
    <nav aria-label={label} className="mt-7 hidden min-h-0 flex-1 flex-col gap-1 overflow-y-auto p-0.5 md:flex">
      {rooms.map((room) => <RoomLink key={room.id} room={room} isNarrow={isNarrow} />)}
    </nav>
  );
}

/** As many as a thumb finds; the others are a press further. */
function ThumbBar({ rooms, label }: BarProps): ReactNode {
  const isTight = rooms.length > AT_THE_THUMB;
  return (
    <nav aria-label={label} className="fixed inset-x-0 bottom-0 z-30 flex justify-around gap-1 bg-side px-2 py-1.5 md:hidden">
      {(isTight ? rooms.slice(0, AT_THE_THUMB - 1) : rooms).map((room) => <RoomLink key={room.id} room={room} />)}
      {isTight ? <MoreRooms rooms={rooms.slice(AT_THE_THUMB - 1)} /> : null}
    </nav>
  );
}

const AT_THE_THUMB = 5;
const LINK = cx(
  'flex min-w-0 flex-1 flex-col items-center gap-0.5 rounded-lg px-1 py-1.5 text-xs font-semibold transition-colors outline-offset-[-2px] focus-visible:outline-side-ink',
  'md:flex-none md:flex-row md:gap-3 md:px-3 md:py-2.5 md:text-[15px]',
);
const lookOf = (isActive: boolean): string => cx(LINK, isActive ? 'bg-side-active text-side-ink' : 'text-side-soft hover:bg-side-hover hover:text-side-ink');

function RoomLink({ room: { id, path, icon }, isNarrow = false }: { readonly room: RoomEntry; readonly isNarrow?: boolean }): ReactNode {
  const names = useTexts(ROOM_NAMES);
  return (
    <NavLink to={path} title={isNarrow ? names[id] : undefined} className={({ isActive }) => lookOf(isActive)}>
      <Icon name={icon} />
      <span className="max-w-full truncate md:group-data-narrow/side:sr-only">{names[id]}</span>
    </NavLink>
  );
}

function MoreRooms({ rooms }: Pick<ShellProps, 'rooms'>): ReactNode {
  const text = useTexts(TEXTS);
  const names = useTexts(ROOM_NAMES);
  const { pathname } = useLocation();
  const isHere = ({ path }: RoomEntry): boolean => pathname === path || pathname.startsWith(`${path}/`);
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className={lookOf(rooms.some(isHere))}>
          <Icon name="more" />
          {text.more}
        </button>
      }
    >
      {rooms.map((room) => <MenuLink key={room.id} icon={room.icon} to={room.path} isCurrent={isHere(room)}>{names[room.id]}</MenuLink>)}
    </Menu>
  );
}

function subscribeOnline(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

function Offline({ text }: { readonly text: string }): ReactNode {
  const isOnline = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  return <div role="status">{isOnline ? null : <p className="bg-warn-wash px-4 py-2 text-center text-sm font-semibold text-warn">{text}</p>}</div>;
}
