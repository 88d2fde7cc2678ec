import { preferred, type Language } from '../../shared/locale/language.ts';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** A language tag. */
  readonly locale: string;
  readonly secondFactor: boolean;
}

/** A second factor that is not confirmed yet. */
export interface PendingFactor {
  /** For typing in. */
  readonly secret: string;
  /** For a QR code. */
  readonly uri: string;
}

export interface AccountDraft {
  readonly name: string;
  readonly language: Language;
}

/** What is not named stays as it is, also a language that the console has no words for. */
export interface AccountChange {
  readonly name?: string;
  readonly locale?: Language;
}

export const languageOf = ({ locale }: Account): Language => preferred([locale]);

export const toDraft = (account: Account): AccountDraft => ({ name: account.name, language: languageOf(account) });

export const changeOf = (account: Account, { name, language }: AccountDraft): AccountChange => ({
  ...(name === account.name ? {} : { name }),
  ...(language === languageOf(account) ? {} : { locale: language }),
});
