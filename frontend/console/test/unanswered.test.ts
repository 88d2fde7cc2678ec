import { describe, expect, it } from 'vitest';
import { Client } from '../src/shared/api/client.ts';
import { Session } from '../src/shared/session/session.ts';
import { answering, problem } from './server.ts';

const KEYS = '/v1/api-keys';
const made = (): Response => Response.json({ id: 'k' }, { status: 201 });
const lost = (): Response => { throw new TypeError('network'); };

/** A client whose requests are answered in turn, and the keys that these come under. */
function clientOf(...answers: readonly (() => Response)[]): { client: Client; keys: readonly (string | null)[] } {
  const keys: (string | null)[] = [];
  const { fetcher } = answering({
    [`POST ${KEYS}`]: (request) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return (answers[keys.length - 1] ?? made)();
    },
  });
  return { client: new Client(new Session(fetcher), fetcher), keys };
}

const attempt = async (client: Client, name = 'Shop'): Promise<void> => {
  await client.create(KEYS, { name }).catch(() => undefined);
};

describe('what is created', () => {
  it.each([
    ['was lost', lost],
    ['was a failure', () => problem(503, 'unavailable')],
    ['was that the first is being worked on', () => problem(409, 'in-flight')],
  ])('is asked for under the same key again when the answer %s', async (_what, answer) => {
    const { client, keys } = clientOf(answer, made, made);
    await attempt(client);
    await attempt(client);
    await attempt(client);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('is another thing after a refusal, and when something else is asked for', async () => {
    const { client, keys } = clientOf(() => problem(409, 'conflict'), lost, made);
    await attempt(client);
    await attempt(client);
    await attempt(client, 'Till');
    await attempt(client);
    expect(new Set(keys.slice(0, 3)).size).toBe(3);
    expect(keys[3]).toBe(keys[1]);
  });
});
