import { texts } from '../locale/language.ts';
import type { Author, CHANNELS, ConversationStatus } from './contract.ts';

type Channel = (typeof CHANNELS)[number];

const statuses: Readonly<Record<ConversationStatus, string>> = { open: 'Open', pending: 'Pending', handed_off: 'Handed off', resolved: 'Resolved' };
const channels: Readonly<Record<Channel, string>> = { widget: 'Website chat', whatsapp: 'WhatsApp', messenger: 'Messenger', instagram: 'Instagram' };
const authors: Readonly<Record<Author, string>> = { contact: 'Contact', assistant: 'Assistant', agent: 'Agent' };

const en = { statuses, channels, authors, nameless: 'No name given' };

const he: typeof en = {
  statuses: { open: 'פתוחה', pending: 'ממתינה', handed_off: 'הועברה לנציג', resolved: 'נפתרה' },
  channels: { widget: 'צ׳אט באתר', whatsapp: 'WhatsApp', messenger: 'Messenger', instagram: 'Instagram' },
  authors: { contact: 'איש קשר', assistant: 'העוזר', agent: 'נציג' },
  nameless: 'בלי שם',
};

export const CONVERSATION = texts({ en, he });

/** One that there is no word for is called as the server does. */
export const channelNamed = (names: Readonly<Record<string, string>>, channel: string): string => names[channel] ?? channel;
