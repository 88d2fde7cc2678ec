import { createContext, use, type ReactNode } from 'react';

const TopContext = createContext<ReactNode>(null);

/** What the app wants to be seen first in a room, of which the room knows nothing. */
export const RoomTopProvider = ({ top, children }: { readonly top: ReactNode; readonly children: ReactNode }): ReactNode => (
  <TopContext value={top}>{children}</TopContext>
);

/** Stands where a room has its beginning. */
export const RoomTop = (): ReactNode => use(TopContext);
