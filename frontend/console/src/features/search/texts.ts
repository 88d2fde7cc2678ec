import { texts } from '../../shared/locale/language.ts';

const en = {
  title: 'Search and do',
  placeholder: 'Rooms, actions, documents, people…',
  results: 'Found',
  documents: 'Documents',
  people: 'Team',
  none: 'Nothing is called like that.',
  loading: 'Loading…',
  count: (n: string, many: number) => (many === 1 ? '1 result' : `${n} results`),
};

const he: typeof en = {
  title: 'חיפוש ופעולות',
  placeholder: 'חדרים, פעולות, מסמכים, אנשים…',
  results: 'תוצאות',
  documents: 'מסמכים',
  people: 'צוות',
  none: 'אין שום דבר בשם הזה.',
  loading: 'בטעינה…',
  count: (n, many) => (many === 1 ? 'תוצאה אחת' : `${n} תוצאות`),
};

export const SEARCH = texts({ en, he });
