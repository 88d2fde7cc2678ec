import { useSyncExternalStore, type ReactNode } from 'react';
import { NavLink } from 'react-router';
import { texts } from '../shared/locale/language.ts';
import { useTexts } from '../shared/locale/Locale.tsx';
import { useMember } from '../shared/session/SessionContext.tsx';
import { cx } from '../shared/ui/cx.ts';
import { Icon, Mark } from '../shared/ui/icons.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { ROOM_NAMES, type RoomEntry } from './rooms.ts';

const TEXTS = texts({
  en: { skip: 'Skip to content', nav: 'Rooms', operations: 'Operations', offline: 'You are offline. What you see may be out of date.' },
  he: { skip: 'דילוג לתוכן', nav: 'חדרים', operations: 'תפעול', offline: 'אין חיבור לרשת. ייתכן שהמידע אינו עדכני.' },
});

interface ShellProps {
  readonly rooms: readonly RoomEntry[];
  readonly children: ReactNode;
}

/** A side bar on wide screens; on a phone a bar at the top and the rooms at the thumb. */
export function Shell({ rooms, children }: ShellProps): ReactNode {
  const text = useTexts(TEXTS);
  const { tenantName } = useMember();
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
      <header className="sticky top-0 z-30 flex items-center gap-3 bg-side px-4 py-2.5 text-side-ink md:h-dvh md:w-60 md:shrink-0 md:flex-col md:items-stretch md:gap-0 md:px-3 md:py-5">
        <div className="flex min-w-0 flex-1 items-center gap-3 md:flex-none md:px-2">
          <Mark className="size-8" />
          <div className="min-w-0 leading-tight">
            <p className="font-serif text-lg font-semibold tracking-wide">CSAI</p>
            <p className="truncate text-[13px] text-side-soft"><bdi>{tenantName ?? text.operations}</bdi></p>
          </div>
        </div>
        <Rooms rooms={rooms} label={text.nav} className="mt-7 hidden flex-1 flex-col gap-1 md:flex" />
        <AccountMenu />
      </header>
      <main id="main" tabIndex={-1} data-quiet-focus className="min-w-0 flex-1 pb-16 md:pb-0">
        <Offline text={text.offline} />
        {children}
      </main>
      {rooms.length < 2 ? null : (
        <Rooms rooms={rooms} label={text.nav} className="fixed inset-x-0 bottom-0 z-30 flex justify-around gap-1 bg-side px-2 py-1.5 md:hidden" />
      )}
    </div>
  );
}

interface RoomsProps extends Pick<ShellProps, 'rooms'> {
  readonly label: string;
  readonly className: string;
}

function Rooms({ rooms, label, className }: RoomsProps): ReactNode {
  const names = useTexts(ROOM_NAMES);
  return (
    <nav aria-label={label} className={className}>
      {rooms.map(({ id, path, icon }) => (
        <NavLink
          key={id}
          to={path}
          className={({ isActive }) =>
            cx(
              'flex flex-1 flex-col items-center gap-0.5 rounded-lg px-3 py-1.5 text-xs font-semibold transition-colors outline-offset-[-2px] focus-visible:outline-side-ink',
              'md:flex-none md:flex-row md:gap-3 md:py-2.5 md:text-[15px]',
              isActive ? 'bg-side-active text-side-ink' : 'text-side-soft hover:bg-side-hover hover:text-side-ink',
            )
          }
        >
          <Icon name={icon} />
          {names[id]}
        </NavLink>
      ))}
    </nav>
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
