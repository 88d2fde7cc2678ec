import { texts } from '../../shared/locale/language.ts';
import type { Order, Status } from './contract.ts';

const statuses: Readonly<Record<Status, string>> = { active: 'Active', suspended: 'Suspended' };
const orders: Readonly<Record<Order, string>> = { newest: 'Newest first', name: 'By name' };

const en = {
  title: 'Tenants',
  detail: 'The businesses that CSAI works for.',
  search: 'Search name, trade or address',
  status: 'Status',
  anyStatus: 'All',
  statuses,
  sort: 'Order',
  orders,
  count: (n: string, many: number) => (many === 1 ? '1 tenant' : `${n} tenants`),
  tenants: 'Tenants',
  columns: { tenant: 'Tenant', status: 'Status', members: 'Members', conversations: 'Conversations', messages: 'Messages this month', since: 'Since' },
  figures: (members: string, conversations: string, messages: string) => `${members} members · ${conversations} conversations · ${messages} messages this month`,
  empty: 'No tenant yet',
  emptyDetail: 'Create one, and its owner is invited by mail; or let people sign up by themselves.',
  noneFound: 'Nothing found',
  noneFoundDetail: 'No tenant fits what you look for.',
  clear: 'Show all',
  create: 'New tenant',
  createDetail: 'The owner gets a mail with a link that is good for seven days. A key for the chat is made at once.',
  createIt: 'Create and invite',
  created: (name: string) => `Created ${name}`,
  name: 'Company',
  industry: 'Industry',
  optional: 'optional',
  ownerEmail: 'E-mail of the owner',
};

const he: typeof en = {
  title: 'עסקים',
  detail: 'העסקים ש־CSAI עובד בשבילם.',
  search: 'חיפוש לפי שם, תחום או כתובת',
  status: 'מצב',
  anyStatus: 'הכול',
  statuses: { active: 'פעיל', suspended: 'מושעה' },
  sort: 'סדר',
  orders: { newest: 'החדשים קודם', name: 'לפי שם' },
  count: (n, many) => (many === 1 ? 'עסק אחד' : `${n} עסקים`),
  tenants: 'עסקים',
  columns: { tenant: 'עסק', status: 'מצב', members: 'אנשי צוות', conversations: 'שיחות', messages: 'הודעות החודש', since: 'מאז' },
  figures: (members, conversations, messages) => `${members} אנשי צוות · ${conversations} שיחות · ${messages} הודעות החודש`,
  empty: 'עדיין אין עסקים',
  emptyDetail: 'אפשר ליצור עסק, והבעלים יקבלו הזמנה בדוא״ל; או לתת לאנשים להירשם בעצמם.',
  noneFound: 'לא נמצא דבר',
  noneFoundDetail: 'אין עסק שמתאים לחיפוש.',
  clear: 'להציג הכול',
  create: 'עסק חדש',
  createDetail: 'הבעלים יקבלו דוא״ל עם קישור שתקף לשבעה ימים. מפתח לצ׳אט נוצר מיד.',
  createIt: 'ליצור ולהזמין',
  created: (name) => `${name} נוצר`,
  name: 'שם העסק',
  industry: 'תחום',
  optional: 'לא חובה',
  ownerEmail: 'הדוא״ל של הבעלים',
};

export const TENANTS = texts({ en, he });
