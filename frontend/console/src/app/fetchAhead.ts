import { DOOR_PAGES } from './doorPages.ts';
import { ACCOUNT, ROOMS } from './rooms.ts';

/**
 * Asks for the page at an address while the session is still being restored. Whether that fails is for whoever shows
 * the page to find out.
 *
 * @param path within the rooms
 */
export function fetchAhead(path: string): void {
  const page = [...ROOMS, ACCOUNT, ...Object.values(DOOR_PAGES)].find((one) => path === one.path || path.startsWith(`${one.path}/`));
  page?.fetch().catch(() => undefined);
}
