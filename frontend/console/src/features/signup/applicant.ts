import type { Session } from '../../shared/session/session.ts';
import type { Language } from '../../shared/locale/language.ts';

/** Who signs up, without the password: kept with the page's place in the browser's history, to survive a reload. */
export interface Applicant {
  readonly companyName: string;
  readonly email: string;
  readonly industry: string;
}

export const NOBODY: Applicant = { companyName: '', email: '', industry: '' };

export function applicantIn(state: unknown): Applicant | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { companyName, email, industry } = state as Readonly<Record<string, unknown>>;
  if (typeof companyName !== 'string' || typeof email !== 'string' || typeof industry !== 'string') return undefined;
  return { companyName, email, industry };
}

export const signUp = (session: Session, { companyName, email, industry }: Applicant, password: string, locale: Language): Promise<unknown> =>
  session.ask('/v1/auth/signup', { companyName, email, password, ...(industry.trim() === '' ? {} : { industry }), locale });

export const verify = (session: Session, email: string, code: string): Promise<void> =>
  session.signInBy('/v1/auth/verify', { email, code });
