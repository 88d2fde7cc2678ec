import { texts } from '../../shared/locale/language.ts';
import type { StepName } from './contract.ts';

type Words = Readonly<Record<StepName, { readonly name: string; readonly detail: string; readonly go: string }>>;

const steps: Words = {
  knowledge: { name: 'Add knowledge', detail: 'A file, or a few sentences about your business.', go: 'Add knowledge' },
  tried: { name: 'Ask it something', detail: 'See what it answers, and from what.', go: 'Try it' },
  embedded: { name: 'Put the chat on your site', detail: 'Copy one line, and allow your page.', go: 'Get the line' },
  answered: { name: 'Have a first question answered', detail: 'Open your page and ask, as a visitor would.', go: 'Check the page' },
};
const stepsInHebrew: Words = {
  knowledge: { name: 'להוסיף ידע', detail: 'קובץ, או כמה משפטים על העסק.', go: 'להוסיף ידע' },
  tried: { name: 'לשאול אותו משהו', detail: 'לראות מה הוא עונה, ועל סמך מה.', go: 'לנסות' },
  embedded: { name: 'להוסיף את הצ׳אט לאתר', detail: 'להעתיק שורה אחת, ולאשר את הדף שלך.', go: 'לקבל את השורה' },
  answered: { name: 'לקבל תשובה לשאלה ראשונה', detail: 'לפתוח את הדף שלך ולשאול, כמו מבקר.', go: 'לבדוק את הדף' },
};

const en = {
  title: 'First steps',
  progress: (done: string, all: string) => `${done} of ${all} done`,
  steps,
  done: 'Done',
  open: 'To do',
  dismiss: 'Hide the first steps',
  dismissed: 'The first steps are hidden',
  undo: 'Undo',
  notDismissed: 'Not hidden',
  notUndone: 'Not shown again',
};

const he: typeof en = {
  title: 'צעדים ראשונים',
  progress: (done, all) => `${done} מתוך ${all} נעשו`,
  steps: stepsInHebrew,
  done: 'נעשה',
  open: 'לעשות',
  dismiss: 'להסתיר את הצעדים הראשונים',
  dismissed: 'הצעדים הראשונים הוסתרו',
  undo: 'ביטול',
  notDismissed: 'לא הוסתר',
  notUndone: 'לא מוצג שוב',
};

export const ONBOARDING = texts({ en, he });
