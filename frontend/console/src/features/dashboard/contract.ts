import { CHANNELS, type Conversation } from '../../shared/conversation/contract.ts';

/** A count beside that of an equally long time before. */
export interface Trend {
  readonly count: number;
  readonly before: number;
  /** Absent where there was nothing before. */
  readonly changePercent?: number;
}

export interface ChannelCount {
  readonly channel: string;
  readonly count: number;
}

export interface Day {
  /** As a calendar writes it. */
  readonly day: string;
  readonly conversations: readonly ChannelCount[];
}

export interface TenantDashboard {
  readonly conversations: Trend;
  readonly messagesToday: readonly ChannelCount[];
  readonly responseMs?: number;
  readonly outcomes: { readonly answered: number; readonly abstained: number; readonly handedOff: number; readonly refused: number };
  readonly usage: { readonly periodStart: string; readonly periodEnd: string; readonly meters: readonly { readonly meter: string; readonly quantity: number }[] };
  readonly days: readonly Day[];
  readonly recent: readonly Conversation[];
}

export interface Activity {
  readonly id: string;
  readonly tenantId?: string;
  readonly tenantName?: string;
  readonly occurredAt: string;
  readonly actorKind: 'member' | 'backend' | 'operator' | 'anonymous';
  readonly actor?: string;
  readonly operation: string;
}

export interface PlatformDashboard {
  readonly tenants: { readonly total: number; readonly newThisWeek: number };
  readonly today: { readonly conversations: Trend; readonly messages: Trend; readonly tokens: Trend };
  readonly days: readonly Day[];
  readonly topTenants: readonly { readonly tenantId: string; readonly name: string; readonly messages: number }[];
  readonly activity: readonly Activity[];
}

export const sumOf = (counts: readonly ChannelCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

/** Nobody has ever written, as far as one can see. */
export const isUntouched = ({ conversations, recent }: TenantDashboard): boolean => conversations.count + conversations.before + recent.length === 0;

/** How much of what the assistant decided on was answered, in whole per cent; undefined where it decided on nothing. */
export function answeredShare({ answered, abstained, refused }: TenantDashboard['outcomes']): number | undefined {
  const decided = answered + abstained + refused;
  return decided === 0 ? undefined : Math.round((100 * answered) / decided);
}

/** Those that occur, always in the same order. */
export function channelsOf(days: readonly Day[]): readonly string[] {
  const found = new Set(days.flatMap(({ conversations }) => conversations.map(({ channel }) => channel)));
  return [...CHANNELS.filter((channel) => found.delete(channel)), ...[...found].sort()];
}
