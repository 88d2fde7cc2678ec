import type { Session } from '../../shared/session/session.ts';

/** What a mail can be asked for: a link to a new password, or one that logs in. */
export type Wish = 'password' | 'login';

const PATHS: Readonly<Record<Wish, string>> = { password: '/v1/auth/password/forgot', login: '/v1/auth/magic-link' };

export const askForLink = (session: Session, wish: Wish, email: string): Promise<unknown> => session.ask(PATHS[wish], { email });

export const resetPassword = (session: Session, token: string, password: string): Promise<unknown> =>
  session.ask('/v1/auth/password/reset', { token, password });

/** @param code of the second factor, for those who have one */
export const redeem = (session: Session, token: string, code?: string): Promise<void> =>
  session.signInBy('/v1/auth/magic-link/redeem', { token, ...(code === undefined ? {} : { code }) });
