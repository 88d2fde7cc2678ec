// The peer: what a developer would write in an afternoon for the plain work of a turn. It knows the key by its hash,
// counts the request, keeps conversation, question, answer and usage in four commits, and asks the model. No retrieval.
import { createHash, randomUUID } from 'node:crypto';
import express from 'express';
import { Redis } from 'ioredis';
import pg from 'pg';

const REQUESTS_PER_MINUTE = 1_000_000;
const WINDOW_SECONDS = 60;

const { PEER_DATABASE_URL, PEER_REDIS_URL, PEER_MODEL_URL, PEER_CONNECTIONS } = process.env;
const database = new pg.Pool({ connectionString: PEER_DATABASE_URL, max: Number(PEER_CONNECTIONS) });
const redis = new Redis(PEER_REDIS_URL);

async function tenantOf(key) {
  const hash = createHash('sha256').update(key ?? '').digest();
  const { rows } = await database.query({
    name: 'key',
    text: 'select tenant_id from api_keys where key_sha256 = $1',
    values: [hash],
  });
  return rows[0]?.tenant_id;
}

async function isAllowed(tenant) {
  const counter = `rate:${tenant}:${Math.floor(Date.now() / 1000 / WINDOW_SECONDS)}`;
  const count = await redis.incr(counter);
  if (count === 1) await redis.expire(counter, WINDOW_SECONDS);
  return count <= REQUESTS_PER_MINUTE;
}

async function begin(tenant, text) {
  const conversation = randomUUID();
  await database.query({
    name: 'conversation',
    text: 'insert into conversations (id, tenant_id) values ($1, $2)',
    values: [conversation, tenant],
  });
  await say(conversation, 'user', text);
  return conversation;
}

const say = (conversation, role, text) =>
  database.query({
    name: 'message',
    text: 'insert into messages (id, conversation_id, role, text) values ($1, $2, $3, $4)',
    values: [randomUUID(), conversation, role, text],
  });

const count = (tenant, tokens) =>
  database.query({
    name: 'usage',
    text: `insert into usage (tenant_id, day, messages, tokens) values ($1, current_date, 1, $2)
      on conflict (tenant_id, day) do update set messages = usage.messages + 1, tokens = usage.tokens + $2`,
    values: [tenant, tokens],
  });

const askModel = (text, stream) =>
  fetch(`${PEER_MODEL_URL}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer none' },
    body: JSON.stringify({
      model: 'stub',
      stream,
      ...(stream && { stream_options: { include_usage: true } }),
      messages: [
        { role: 'system', content: 'You answer the customers of a business.' },
        { role: 'user', content: text },
      ],
    }),
  });

async function* chunksOf(response) {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of response.body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (line.startsWith('data: ') && line !== 'data: [DONE]') yield JSON.parse(line.slice('data: '.length));
    }
  }
}

async function answerWhole(tenant, conversation, text, response) {
  const completion = await (await askModel(text, false)).json();
  const answer = completion.choices[0].message.content;
  await say(conversation, 'assistant', answer);
  await count(tenant, completion.usage.total_tokens);
  response.json({ conversationId: conversation, text: answer, outcome: 'answered' });
}

async function answerStreaming(tenant, conversation, text, response) {
  response.set('content-type', 'text/event-stream');
  const send = (event, data) => response.write(`event:${event}\ndata:${JSON.stringify(data)}\n\n`);
  let answer = '';
  let tokens = 0;
  for await (const chunk of chunksOf(await askModel(text, true))) {
    const piece = chunk.choices[0]?.delta.content;
    if (piece) {
      answer += piece;
      send('delta', { text: piece });
    }
    tokens = chunk.usage?.total_tokens ?? tokens;
  }
  await say(conversation, 'assistant', answer);
  await count(tenant, tokens);
  send('completed', { conversationId: conversation, text: answer, outcome: 'answered' });
  response.end();
}

const app = express();
app.disable('x-powered-by');
app.use(express.json());

app.post('/v1/chat/messages', async (request, response) => {
  const tenant = await tenantOf(request.get('x-api-key'));
  if (tenant === undefined) return response.sendStatus(401);
  if (!(await isAllowed(tenant))) return response.sendStatus(429);
  const { text } = request.body;
  const conversation = await begin(tenant, text);
  const answer = request.get('accept') === 'text/event-stream' ? answerStreaming : answerWhole;
  await answer(tenant, conversation, text, response);
});

const server = app.listen(0, '127.0.0.1', (failure) => {
  if (failure) throw failure;
  console.log(`listening ${server.address().port}`);
});
server.keepAliveTimeout = 600_000;
// Whoever started this holds the other end; when it is gone nobody needs the peer.
process.stdin.on('end', () => process.exit()).resume();
