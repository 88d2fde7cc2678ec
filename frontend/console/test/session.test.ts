import { describe, expect, it } from 'vitest';
import { Client } from '../src/shared/api/client.ts';
import { Refusal, Unreachable } from '../src/shared/api/problem.ts';
import { isCodeWanted } from '../src/shared/door/CodeForm.tsx';
import { Acting, actedFor, roomsFor } from '../src/shared/session/acting.ts';
import { Session } from '../src/shared/session/session.ts';
import { answering, MEMBER, problem } from './server.ts';

describe('the session', () => {
  it('is restored by the cookie', async () => {
    const { fetcher } = answering({ 'POST /v1/auth/refresh': () => Response.json({ accessToken: 'a', member: MEMBER }) });
    const session = new Session(fetcher);
    expect(session.state()).toEqual({ kind: 'restoring' });
    await session.restore();
    expect(session.state()).toEqual({ kind: 'signed-in', member: MEMBER });
    expect(session.token).toBe('a');
  });

  it('is nobody without a cookie', async () => {
    const session = new Session(answering({ 'POST /v1/auth/refresh': () => problem(401, 'unauthenticated') }).fetcher);
    await session.restore();
    expect(session.state()).toEqual({ kind: 'signed-out', because: 'nobody' });
  });

  it.each([['no answer', () => { throw new TypeError('network'); }], ['a failing server', () => problem(503, 'unavailable')]])(
    'waits rather than ends with %s',
    async (_name, answer) => {
      const session = new Session(answering({ 'POST /v1/auth/refresh': answer }).fetcher);
      await session.restore();
      expect(session.state()).toEqual({ kind: 'unreachable' });
    },
  );

  it('tells how long a throttled sign-in has to wait', async () => {
    const session = new Session(answering({ 'POST /v1/auth/login': () => problem(429, 'rate-limited', { 'Retry-After': '17' }) }).fetcher);
    const failure = await session.signIn('a@b', 'c').catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(Refusal);
    expect(failure).toMatchObject({ status: 429, slug: 'rate-limited', retryAfter: 17 });
  });

  it('is left at once, whether or not the server hears of it', async () => {
    const session = new Session(answering({ 'POST /v1/auth/login': () => Response.json({ accessToken: 'a', member: MEMBER }) }).fetcher);
    await session.signIn('a@b', 'c');
    await session.signOut();
    expect(session.state()).toEqual({ kind: 'signed-out', because: 'left' });
    expect(session.token).toBeUndefined();
  });

  it('is entered by whatever the server takes for a proof', async () => {
    const { fetcher, asked } = answering({
      'POST /v1/auth/verify': async (request) =>
        JSON.stringify(await request.json()) === '{"email":"a@b","code":"246810"}' ? Response.json({ accessToken: 'a', member: MEMBER }) : problem(400, 'wrong-code'),
    });
    const session = new Session(fetcher);
    await expect(session.signInBy('/v1/auth/verify', { email: 'a@b', code: '000000' })).rejects.toMatchObject({ slug: 'wrong-code' });
    expect(session.token).toBeUndefined();
    await session.signInBy('/v1/auth/verify', { email: 'a@b', code: '246810' });
    expect(session.state()).toEqual({ kind: 'signed-in', member: MEMBER });
    expect(asked).toEqual(['POST /v1/auth/verify', 'POST /v1/auth/verify']);
  });

  it('is entered with the code of a second factor, which is sent only where there is one', async () => {
    const bodies: unknown[] = [];
    const session = new Session(answering({
      'POST /v1/auth/login': async (request) => {
        bodies.push(await request.json());
        return bodies.length === 1 ? problem(401, 'second-factor-required') : Response.json({ accessToken: 'a', member: MEMBER });
      },
    }).fetcher);
    const failure = await session.signIn('a@b', 'c').catch((reason: unknown) => reason);
    expect(isCodeWanted(failure as Error)).toBe(true);
    await session.signIn('a@b', 'c', '135790');
    expect(bodies).toEqual([{ email: 'a@b', password: 'c' }, { email: 'a@b', password: 'c', code: '135790' }]);
    expect(session.state().kind).toBe('signed-in');
  });

  it('is over after a new password, which is told to the server only where there was one', async () => {
    const { fetcher, asked } = answering({
      'POST /v1/auth/login': () => Response.json({ accessToken: 'a', member: MEMBER }),
      'POST /v1/auth/logout': () => new Response(null, { status: 204 }),
    });
    const session = new Session(fetcher);
    await session.signOut('reset');
    expect(session.state()).toEqual({ kind: 'signed-out', because: 'reset' });
    expect(asked).toEqual([]);
    await session.signIn('a@b', 'c');
    await session.signOut('reset');
    expect(session.state()).toEqual({ kind: 'signed-out', because: 'reset' });
    expect(asked).toEqual(['POST /v1/auth/login', 'POST /v1/auth/logout']);
  });

  it('catches up with a change to whoever is signed in, and stays as it is without an answer', async () => {
    const answers = [() => Response.json({ accessToken: 'b', member: { ...MEMBER, role: 'admin' } }), () => problem(503, 'unavailable')];
    const session = new Session(answering({
      'POST /v1/auth/login': () => Response.json({ accessToken: 'a', member: MEMBER }),
      'POST /v1/auth/refresh': () => (answers.shift() ?? (() => { throw new TypeError('network'); }))(),
    }).fetcher);
    await session.signIn('a@b', 'c');
    const caughtUp = { kind: 'signed-in', member: { ...MEMBER, role: 'admin' } };
    for (let attempt = 1; attempt <= 3; attempt++) {
      await session.catchUp();
      expect(session.state()).toEqual(caughtUp);
      expect(session.token).toBe('b');
    }
  });

  it('goes on with an answer that takes the place of the one before, whatever is being renewed', async () => {
    let renew: (response: Response) => void = () => undefined;
    const session = new Session(answering({
      'POST /v1/auth/login': () => Response.json({ accessToken: 'a', member: MEMBER }),
      'POST /v1/auth/refresh': () => new Promise<Response>((resolve) => { renew = resolve; }),
    }).fetcher);
    await session.signIn('a@b', 'c');
    const renewal = session.renew();
    session.enter({ accessToken: 'b', member: MEMBER });
    renew(problem(401, 'unauthenticated'));
    expect(await renewal).toBe(false);
    expect(session.state()).toEqual({ kind: 'signed-in', member: MEMBER });
    expect(session.token).toBe('b');
  });

  it('is not needed to look at what stands open', async () => {
    const session = new Session(answering({ 'GET /v1/open': () => Response.json({ a: 1 }), 'GET /v1/over': () => problem(400, 'link-over') }).fetcher);
    expect(await session.look('/v1/open')).toEqual({ a: 1 });
    await expect(session.look('/v1/over')).rejects.toMatchObject({ slug: 'link-over' });
    await expect(session.look('/v1/unreachable')).rejects.toBeInstanceOf(Unreachable);
  });

  it('of one is not brought back by a renewal that was under way when another came in', async () => {
    const other = { ...MEMBER, id: 'm-2', email: 'noam@demo.csai.local' };
    let renew: (response: Response) => void = () => undefined;
    const session = new Session(answering({
      'POST /v1/auth/login': () => Response.json({ accessToken: 'a', member: MEMBER }),
      'POST /v1/auth/refresh': () => new Promise<Response>((resolve) => { renew = resolve; }),
      'POST /v1/auth/magic-link/redeem': () => Response.json({ accessToken: 'b', member: other }),
    }).fetcher);
    await session.signIn('a@b', 'c');
    const renewal = session.renew();
    await session.signInBy('/v1/auth/magic-link/redeem', { token: 't' });
    renew(Response.json({ accessToken: 'a2', member: MEMBER }));
    expect(await renewal).toBe(false);
    expect(session.state()).toEqual({ kind: 'signed-in', member: other });
    expect(session.token).toBe('b');
  });

  it('is not entered again by a renewal that was under way when it was left', async () => {
    let renew: (response: Response) => void = () => undefined;
    const session = new Session(answering({
      'POST /v1/auth/login': () => Response.json({ accessToken: 'a', member: MEMBER }),
      'POST /v1/auth/refresh': () => new Promise<Response>((resolve) => { renew = resolve; }),
      'POST /v1/auth/logout': () => new Response(null, { status: 204 }),
    }).fetcher);
    await session.signIn('a@b', 'c');
    const renewal = session.renew();
    await session.signOut();
    renew(Response.json({ accessToken: 'b', member: MEMBER }));
    expect(await renewal).toBe(false);
    expect(session.token).toBeUndefined();
  });
});

describe('a request', () => {
  async function signedIn(routes: Parameters<typeof answering>[0]): Promise<{ client: Client; session: Session; asked: readonly string[] }> {
    const { fetcher, asked } = answering({ 'POST /v1/auth/login': () => Response.json({ accessToken: 'old', member: MEMBER }), ...routes });
    const session = new Session(fetcher);
    await session.signIn('a@b', 'c');
    return { client: new Client(session, fetcher), session, asked };
  }

  const guarded = (request: Request): Response =>
    request.headers.get('Authorization') === 'Bearer new' ? Response.json({ ok: true }) : problem(401, 'unauthenticated');

  it('is made again with a new token, which all that wait for it share', async () => {
    const { client, asked } = await signedIn({ 'GET /v1/a': guarded, 'GET /v1/b': guarded, 'POST /v1/auth/refresh': () => Response.json({ accessToken: 'new', member: MEMBER }) });
    expect(await Promise.all([client.json('/v1/a'), client.json('/v1/b'), client.json('/v1/a')])).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(asked.filter((call) => call === 'POST /v1/auth/refresh')).toHaveLength(1);
  });

  it('ends the session when the cookie opens it no more, which is asked once', async () => {
    const { client, session, asked } = await signedIn({ 'GET /v1/a': guarded, 'POST /v1/auth/refresh': () => problem(401, 'unauthenticated') });
    for (let attempt = 1; attempt <= 2; attempt++) {
      await expect(client.json('/v1/a')).rejects.toMatchObject({ status: 401 });
      expect(session.state()).toEqual({ kind: 'signed-out', because: 'expired' });
    }
    expect(asked.filter((call) => call === 'POST /v1/auth/refresh')).toHaveLength(1);
  });

  it('keeps the session when only the renewal got no answer', async () => {
    const { client, session } = await signedIn({ 'GET /v1/a': guarded, 'POST /v1/auth/refresh': () => { throw new TypeError('network'); } });
    await expect(client.json('/v1/a')).rejects.toBeInstanceOf(Unreachable);
    expect(session.state().kind).toBe('signed-in');
  });

  it('tells a page of some proxy from a problem', async () => {
    const { client } = await signedIn({ 'GET /v1/a': () => new Response('<h1>Bad gateway</h1>', { status: 502 }) });
    await expect(client.json('/v1/a')).rejects.toMatchObject({ status: 502, slug: 'about:blank' });
  });
});

describe('an operator who acts for a tenant', () => {
  const ACCESS = '/v1/admin/tenants/0192d3a0-0000-7000-8000-000000000001/access';
  const granted = (n: number) => ({ id: `a-${n}`, accessToken: `acting-${n}`, tenantName: 'Napoli', suspended: false });

  async function begun(routes: Parameters<typeof answering>[0]) {
    const { fetcher, asked } = answering({ 'POST /v1/auth/login': () => Response.json({ accessToken: 'own', member: MEMBER }), ...routes });
    const session = new Session(fetcher);
    await session.signIn('a@b', 'c');
    const acting = new Acting(new Client(session, fetcher), '0192d3a0-0000-7000-8000-000000000001');
    await acting.begin();
    return { acting, client: new Client(acting, fetcher), asked };
  }

  it('is told by the address, also behind a deep link', () => {
    expect(actedFor('/console/for/0192d3a0-0000-7000-8000-000000000001/knowledge')).toBe('0192d3a0-0000-7000-8000-000000000001');
    expect(actedFor('/console/for/0192d3a0-0000-7000-8000-000000000001')).toBe('0192d3a0-0000-7000-8000-000000000001');
    expect(['/console/tenants/0192d3a0-0000-7000-8000-000000000001', '/console/for/nobody', '/console/for'].map(actedFor)).toEqual([undefined, undefined, undefined]);
    expect(roomsFor('0192d3a0')).toBe('/console/for/0192d3a0');
  });

  it('asks with a token of the tenant, and for another when that is over', async () => {
    let n = 0;
    const used: (string | null)[] = [];
    const { acting, client } = await begun({
      [`POST ${ACCESS}`]: ({ headers }) => (headers.get('Authorization') === 'Bearer own' ? Response.json(granted(++n), { status: 201 }) : problem(403, 'forbidden')),
      'GET /v1/tenant': ({ headers }) => {
        used.push(headers.get('Authorization'));
        return headers.get('Authorization') === 'Bearer acting-2' ? Response.json({ name: 'Napoli' }) : problem(401, 'unauthenticated');
      },
    });
    expect(acting.state()).toEqual({ kind: 'acting', tenantName: 'Napoli', isSuspended: false });
    expect(await client.json('/v1/tenant')).toEqual({ name: 'Napoli' });
    expect(used).toEqual(['Bearer acting-1', 'Bearer acting-2']);
  });

  it('ends the token once, and says when a tenant is not there', async () => {
    const { acting, asked } = await begun({ [`POST ${ACCESS}`]: () => Response.json(granted(1)), [`DELETE ${ACCESS}/a-1`]: () => new Response(null, { status: 204 }) });
    await acting.end();
    await acting.end();
    expect(acting.token).toBeUndefined();
    expect(asked.filter((call) => call.startsWith('DELETE'))).toEqual([`DELETE ${ACCESS}/a-1`]);
    const { acting: lost } = await begun({ [`POST ${ACCESS}`]: () => problem(404, 'not-found') });
    expect(lost.state()).toMatchObject({ kind: 'failed', failure: { slug: 'not-found' } });
  });

  it('hears that the tenant is suspended from whatever is refused for it', async () => {
    const { acting, client } = await begun({ [`POST ${ACCESS}`]: () => Response.json(granted(1)), 'PATCH /v1/tenant': () => problem(403, 'tenant-suspended') });
    await expect(client.send('/v1/tenant', { method: 'PATCH', json: {} })).rejects.toMatchObject({ slug: 'tenant-suspended' });
    expect(acting.state()).toMatchObject({ isSuspended: true });
  });
});

it('a member whose tenant is suspended meanwhile is shown so once a change was refused', async () => {
  const { fetcher, asked } = answering({
    'POST /v1/auth/login': () => Response.json({ accessToken: 'a', member: MEMBER }),
    'POST /v1/auth/refresh': () => Response.json({ accessToken: 'b', member: { ...MEMBER, tenantSuspended: true } }),
    'PATCH /v1/tenant': () => problem(403, 'tenant-suspended'),
  });
  const session = new Session(fetcher);
  await session.signIn('a@b', 'c');
  const client = new Client(session, fetcher);
  for (let attempt = 1; attempt <= 2; attempt++) {
    await expect(client.send('/v1/tenant', { method: 'PATCH', json: {} })).rejects.toMatchObject({ slug: 'tenant-suspended' });
    await session.renew();
  }
  expect(session.state()).toEqual({ kind: 'signed-in', member: { ...MEMBER, tenantSuspended: true } });
  expect(asked.filter((call) => call === 'POST /v1/auth/refresh')).toHaveLength(2);
});
