import { texts } from '../locale/language.ts';
import type { Outcome } from './contract.ts';

const outcomes: Readonly<Record<Outcome, string>> = {
  answered: 'Answered', abstained: 'Did not know', handed_off: 'Handed to a person', refused: 'Refused',
};

const en = {
  outcomes,
  source: (n: string) => `Source ${n}`,
  sources: 'Sources',
  page: (n: string) => `page ${n}`,
};

const he: typeof en = {
  outcomes: { answered: 'נענתה', abstained: 'אין לו מידע', handed_off: 'הועבר לנציג', refused: 'סירב' },
  source: (n) => `מקור ${n}`,
  sources: 'מקורות',
  page: (n) => `עמוד ${n}`,
};

export const ANSWER = texts({ en, he });
