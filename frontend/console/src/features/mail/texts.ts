import { texts } from '../../shared/locale/language.ts';

export const MAIL = texts({
  en: {
    title: 'Mail',
    detail: 'What this installation keeps instead of sending it. Newest first.',
    refresh: 'Refresh',
    notRefreshed: 'Not refreshed',
    count: (n: string, many: number) => (many === 1 ? '1 mail' : `${n} mails`),
    empty: 'No mail here',
    emptyDetail: 'Mails are shown here only where there is no mail server. Where there is one, they are really sent.',
    mails: 'Mails',
    columns: { subject: 'Subject', to: 'To', time: 'Time' },
    noSubject: '(no subject)',
  },
  he: {
    title: 'דואר',
    detail: 'מה שההתקנה הזאת שומרת במקום לשלוח. מהחדש לישן.',
    refresh: 'רענון',
    notRefreshed: 'הרענון לא הצליח',
    count: (n, many) => (many === 1 ? 'הודעה אחת' : `${n} הודעות`),
    empty: 'אין כאן דואר',
    emptyDetail: 'הודעות מוצגות כאן רק כשאין שרת דואר. כשיש שרת, הן נשלחות באמת.',
    mails: 'הודעות דואר',
    columns: { subject: 'נושא', to: 'אל', time: 'זמן' },
    noSubject: '(ללא נושא)',
  },
});
