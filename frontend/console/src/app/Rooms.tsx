import { Suspense, useEffect, type ReactNode } from 'react';
import { Link, Navigate, Route, Routes, useLocation } from 'react-router';
import { texts } from '../shared/locale/language.ts';
import { useTexts } from '../shared/locale/Locale.tsx';
import { useMember } from '../shared/session/SessionContext.tsx';
import { buttonClass } from '../shared/ui/Button.tsx';
import { Room } from '../shared/ui/Room.tsx';
import { RoomTopProvider } from '../shared/ui/RoomTop.tsx';
import { SkeletonRows } from '../shared/ui/Skeleton.tsx';
import { NoPermission, State } from '../shared/ui/States.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { ACCOUNT, ROOM_NAMES, ROOMS, roomsOf, type RoomEntry } from './rooms.ts';
import { Shell } from './Shell.tsx';

const TEXTS = texts({
  en: {
    missing: 'There is no such page',
    missingDetail: 'The address may be incomplete or out of date.',
    go: (room: string) => `Go to ${room}`,
  },
  he: {
    missing: 'אין דף כזה',
    missingDetail: 'ייתכן שהכתובת חלקית או ישנה.',
    go: (room: string) => `אל ${room}`,
  },
});

export function Rooms({ banner }: { readonly banner?: ReactNode }): ReactNode {
  const { role, isActing = false } = useMember();
  const open = roomsOf(role, isActing);
  const first = open[0] ?? ACCOUNT;
  return (
    <Shell rooms={open} banner={banner}>
      <Routes>
        <Route index element={<Navigate to={first.path} replace />} />
        {ROOMS.map((room) => (
          <Route key={room.id} path={`${room.path}/*`} element={open.includes(room) ? <Inside room={room} /> : <Closed room={room} instead={first} />} />
        ))}
        <Route path={ACCOUNT.path} element={isActing ? <Closed room={ACCOUNT} instead={first} /> : <Inside room={ACCOUNT} />} />
        <Route path="/for/*" element={<Elsewhere />} />
        <Route path="*" element={<Missing instead={first} />} />
      </Routes>
    </Shell>
  );
}

function Inside({ room: { id, Content, Top } }: { readonly room: RoomEntry }): ReactNode {
  const { pathname } = useLocation();
  const { role } = useMember();
  const name = useTexts(ROOM_NAMES)[id];
  return (
    <PageBoundary address={pathname} frame={(failure) => <Room title={name}>{failure}</Room>}>
      <Suspense fallback={<Room title={name}><SkeletonRows /></Room>}>
        <RoomTopProvider top={Top === undefined || role === 'operator' ? null : <Suspense><Top /></Suspense>}>
          <Content />
        </RoomTopProvider>
      </Suspense>
    </PageBoundary>
  );
}

const Closed = ({ room, instead }: { readonly room: RoomEntry; readonly instead: RoomEntry }): ReactNode => (
  <Room title={useTexts(ROOM_NAMES)[room.id]}>
    <NoPermission><GoTo room={instead} /></NoPermission>
  </Room>
);

/** A link that asked whether to leave was followed by the router, to a page that is not the router's. */
function Elsewhere(): ReactNode {
  useEffect(() => { location.reload(); }, []);
  return null;
}

function Missing({ instead }: { readonly instead: RoomEntry }): ReactNode {
  const text = useTexts(TEXTS);
  return (
    <Room title="404">
      <State icon="search" title={text.missing} detail={text.missingDetail}>
        <GoTo room={instead} />
      </State>
    </Room>
  );
}

function GoTo({ room }: { readonly room: RoomEntry }): ReactNode {
  const name = useTexts(ROOM_NAMES)[room.id];
  return <Link to={room.path} className={buttonClass('primary')}>{useTexts(TEXTS).go(name)}</Link>;
}
