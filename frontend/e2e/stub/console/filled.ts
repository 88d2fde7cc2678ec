import { ROMA } from './conversations.ts';
import type { Platform } from './platform.ts';
import { invitedOwner } from './tenants.ts';

/** A platform on which there is something of everything, long names and both languages above all. */
export function fill(platform: Platform): void {
  fillTenant(platform);
  fillAssistant(platform);
  fillLogs(platform);
  fillConversations(platform);
  fillTenants(platform);
  platform.members.guarded.add('operator');
  const { knowledge, team, tools } = platform;
  tools.add('find_an_order_by_its_number_and_the_last_digits_of_the_phone');
  tools.add('find_order', { state: 'published', effect: 'reads' });
  tools.add('book_table', { state: 'retired', category: 'bookings', effect: 'writes' });
  team.join('admin');
  team.add('Maximiliane-Alexandra von Hohenstaufen-Wittelsbach the Younger', 'agent');
  team.add('גל שיר', 'owner');
  team.invite('somebody.with.a.very.long.address.indeed@branch-office.napoli-corner.example', 'agent');
  team.invite('late@napoli.example', 'admin', -2);
  const ready = { status: 'completed', progress: 100 };
  knowledge.add('opening-hours-of-all-our-branches-and-how-they-change-on-holidays.md', { ...ready, chunkCount: 12 });
  knowledge.add('מדיניות החזרות.pdf', { ...ready, chunkCount: 60, unreadablePages: 2, sizeBytes: 1_240_000 });
  const problem = { type: 'https://csai.dev/problems/document-image-only', title: 'Not used', detail: 'This file holds only pictures of text, such as a scan.' };
  knowledge.add('scan.pdf', { status: 'failed', progress: 40, problem });
  knowledge.add('What customers ask', { ...ready, kind: 'qa', chunkCount: 14 });
  knowledge.add('Business profile', { kind: 'profile' });
}

function fillTenant({ keys, contacts, tenant }: Platform): void {
  const ago = new Date(Date.now() - 3_600_000).toISOString();
  const later = new Date(Date.now() + 3_600_000).toISOString();
  keys.add('Revoked long ago', 'secret', { scopes: ['usage:read'], status: 'revoked' });
  keys.add('The former key of a branch with an exceptionally long name', 'publishable', { allowedOrigins: ['*'], status: 'expiring', expiresAt: later });
  keys.add('שרת ההזמנות', 'secret', { scopes: ['knowledge:read', 'conversations:read', 'tools:run'], lastUsedAt: ago });
  keys.add('Shop', 'publishable', { allowedOrigins: ['https://shop.napoli-corner.example', 'https://www.napoli-corner.example'], lastUsedAt: ago });
  keys.contactSecret = { createdAt: ago, previousUntil: later };
  contacts.add({});
  contacts.add({ name: 'רינה כץ', email: 'rina@customers.example', externalId: 'crm-1842', verified: true });
  contacts.add({ email: 'somebody.with.a.very.long.address.indeed@customers.example', blocked: true });
  tenant.profile.greetings = { en: 'Ciao! Ask me about our menu.', he: 'שלום! אפשר לשאול אותי על התפריט.' };
  const domain = (name: string, verified: boolean) => ({ domain: name, verified, recordName: `_csai.${name}`, recordValue: 'csai-verification=aB3xaB3xaB3xaB3xaB3xaB3xaB3xaB3x' });
  tenant.provider = {
    issuer: 'https://login.napoli-corner.example/realms/staff', clientId: 'csai', defaultRole: 'agent', enabled: true, trustsEmail: false,
    redirectUri: 'https://chat.example/v1/auth/oidc/callback/0192d3a0-0000-7000-8000-000000000001', domains: [domain('napoli-corner.example', true), domain('branch-office.napoli-corner.example', false)],
  };
}

function fillAssistant({ drafts }: Platform): void {
  const long = 'Name the price and the ingredients of a dish, and never guess about allergens.\nאם שואלים על משלוח, יש לציין זמן ועלות.\nBe brief.';
  drafts.publish({ instructions: long, fallback: { en: 'Ring us: 03-555 0123.', he: 'אפשר לצלצל: 03-5550123.' } }, 'Maximiliane-Alexandra von Hohenstaufen-Wittelsbach the Younger');
  drafts.publish({ instructions: 'Be brief.', model: 'accounts/somebody/models/a-model-with-a-very-long-name-70b-instruct', topK: 9 }, 'גל שיר');
  drafts.publish({ instructions: long }, 'Dana Levi', 1);
  drafts.save({ instructions: `${long}\nNo emoji.`, language: 'he' });
  drafts.figures = { answers: 1_240, abstained: 155, abstainRate: 0.125, meanTokens: 431.6, meanResponseMs: 840.2 };
}

function fillConversations({ conversations, dashboards }: Platform): void {
  const rina = { id: '0192d3a0-0000-7000-8000-0000000000c1', name: 'רינה כץ', email: 'rina@customers.example', externalId: 'crm-1842', verified: true, blocked: false };
  const citation = { index: 1, documentId: 'd1', chunkId: 'c1', documentName: 'opening-hours-of-all-our-branches-and-how-they-change-on-holidays.md', page: 3, snippet: 'We open at nine.', score: 0.5 };
  conversations.add({ status: 'handed_off', tenant: ROMA, contact: { id: '0192d3a0-0000-7000-8000-0000000000c2', email: 'somebody.with.a.very.long.address.indeed@customers.example', verified: false, blocked: true } });
  conversations.add({ channel: 'whatsapp', status: 'resolved' }, [{ author: 'contact', text: 'Do you deliver?' }, { author: 'agent', text: 'We do.' }]);
  conversations.add({ contact: rina }, [
    { author: 'contact', text: 'מתי פותחים?' },
    { author: 'assistant', text: 'בתשע. [1]', outcome: 'answered', citations: [citation], feedback: { rating: 'down', comment: 'לא ביום שישי!' } },
    { author: 'contact', text: 'And with a very-long-word-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on?' },
    { author: 'assistant', text: 'I do not know.', outcome: 'abstained', feedback: { rating: 'up' } },
  ]);
  dashboards.fill();
}

function fillTenants({ tenants }: Platform): void {
  const more = { conversations: 1_204, messages: 18_420, industry: 'Restaurants' };
  tenants.add('The Society of Friends of Exceptionally Long Company Names and Their Branches', more);
  tenants.add('פיצה נאפולי', { ...more, suspension: { since: '2026-03-02T09:00:00Z', reason: 'Two invoices are unpaid since January; see the letter of the 12th.' } });
  tenants.add('Napoli Corner', { ...more, owners: [...tenants.add('Roma').owners, invitedOwner('somebody.with.a.very.long.address.indeed@branch-office.napoli-corner.example')] });
  tenants.add('Bari', { ...more, owners: [] });
  tenants.add('Lecce', { ...more, owners: [invitedOwner('somebody.who.was.asked.long.ago@branch-office.napoli-corner.example', -1)] });
  tenants.keys.add('The former key of a branch with an exceptionally long name', 'publishable', { status: 'expiring' });
  tenants.keys.add('Server', 'secret', { scopes: ['usage:read'] });
}

function fillLogs({ auditLog, mails, origin }: Platform): void {
  auditLog.add('POST /v1/unheard-of/{id}/thing-with-a-long-name', { actor: { kind: 'backend', id: '0192d3a0-0000-7000-8000-00000000cafe' }, outcome: 'failed', problem: 'conflict' });
  auditLog.add('POST /v1/auth/login', { actor: { kind: 'anonymous' }, outcome: 'denied', problem: 'wrong-credentials' });
  auditLog.add('PATCH /v1/tenant', {
    tenantId: '0192d3a0-0000-7000-8000-000000000001', target: { kind: 'tenant', id: '0192d3a0-0000-7000-8000-000000000001' },
    before: { name: 'Napoli Corner', greetings: { he: 'שלום!' }, languages: ['en'], branding: { color: '#b3261e' } },
    after: { name: 'Napoli Corner', greetings: { he: 'שלום! אפשר לשאול.' }, languages: ['en', 'he'], branding: { color: '#0f6f5c' }, industry: 'Restaurants' },
  });
  mails.keep('noam@napoli.example', 'A subject that is longer than any line of a list should have to hold, on a phone above all', 'Hello');
  mails.keep('dana@napoli.example', 'הקוד שלך', `הקוד שלך הוא 246810.\n\nאו בלחיצה אחת:\n${origin}/console/magic-link#token=${'aB3-x_'.repeat(12)}\n\nSee https://other.example/help`);
}
