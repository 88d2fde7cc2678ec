import { describe, expect, it } from 'vitest';
import { changed, filterIn, queryOf } from '../src/features/conversations/filter.ts';
import { answeredShare, channelsOf, isUntouched, sumOf, type TenantDashboard } from '../src/features/dashboard/contract.ts';

const TENANT = '0192d3a0-0000-7000-8000-000000000001';
const said = (query: string, isOperator = false) => filterIn(new URLSearchParams(query), isOperator);

describe('what conversations are asked for', () => {
  it('is what could be meant, and is for whoever asks', () => {
    expect(said('text= hi &status=open&channel=widget&from=2026-02-30&to=2026-01-31&contact=x&more=1')).toEqual({ text: 'hi', status: 'open', channel: 'widget', from: '2026-02-30', to: '2026-01-31' });
    expect(said('status=closed&channel=../x&from=today&text=+')).toEqual({});
    expect(said(`tenant=${TENANT}&text=hi`, true)).toEqual({ tenant: TENANT });
    expect(said(`tenant=${TENANT}&contact=${TENANT}`)).toEqual({ contact: TENANT });
  });

  it('is changed in one thing at a time', () => {
    expect(changed({ status: 'open' }, 'text', 'hi')).toEqual({ text: 'hi', status: 'open' });
    expect(changed({ status: 'open', text: 'hi' }, 'status', '')).toEqual({ text: 'hi' });
    expect(changed({ tenant: TENANT }, 'tenant', undefined)).toEqual({});
  });

  it('has whole days, of the reader', () => {
    const { since, until, ...rest } = queryOf({ from: '2026-01-31', to: '2026-01-31', status: 'open' });
    expect(Date.parse(until ?? '') - Date.parse(since ?? '')).toBe(86_400_000);
    expect(rest).toEqual({ status: 'open' });
  });
});

describe('a dashboard', () => {
  const NONE = { answered: 0, abstained: 0, handedOff: 0, refused: 0 };

  it.each([[{ answered: 2, abstained: 1 }, 67], [{ answered: 1, refused: 1 }, 50], [{ handedOff: 9 }, undefined], [{ answered: 1, handedOff: 9 }, 100], [{ abstained: 3 }, 0]])('of %j has a share of %s answered', (outcomes, share) => {
    expect(answeredShare({ ...NONE, ...outcomes })).toBe(share);
  });

  it('is untouched only as long as nobody has ever written', () => {
    const of = (count: number, before: number, recent: number): boolean =>
      isUntouched({ conversations: { count, before }, recent: Array.from({ length: recent }) } as unknown as TenantDashboard);
    expect([of(0, 0, 0), of(1, 0, 1), of(0, 1, 1), of(0, 0, 5)]).toEqual([true, false, false, false]);
  });

  it('has the channels that occur, always in one order', () => {
    const day = (...channels: string[]) => ({ day: '2026-01-31', conversations: channels.map((channel) => ({ channel, count: 2 })) });
    expect(channelsOf([day('zulip', 'whatsapp'), day(), day('email', 'widget')])).toEqual(['widget', 'whatsapp', 'email', 'zulip']);
    expect(sumOf(day('widget', 'email').conversations)).toBe(4);
  });
});
