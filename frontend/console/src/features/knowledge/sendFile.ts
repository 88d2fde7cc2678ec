import type { Client } from '../../shared/api/client.ts';
import { refusal, Unreachable } from '../../shared/api/problem.ts';
import type { KnowledgeDocument } from './contract.ts';
import type { UploadPort } from './uploads.ts';

interface Outcome {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
}

/** By XMLHttpRequest, for only that tells how much of a request has been sent. */
export const uploadPort = (client: Client): UploadPort => ({
  async send(file, onPercent, signal) {
    const outcome = await client.withToken((token) => post(file, token, onPercent, signal), ({ status }) => status);
    if (outcome.status !== 202) throw refusal(outcome.status, outcome.body, outcome.retryAfter);
    return JSON.parse(outcome.body) as KnowledgeDocument;
  },
});

function post(file: File, token: string, onPercent: (percent: number) => void, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file, file.name);
    request.open('POST', '/v1/knowledge/documents');
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => { onPercent(total === 0 ? 0 : Math.floor((loaded / total) * 100)); };
    request.onload = () => {
      resolve({ status: request.status, body: request.responseText, retryAfter: request.getResponseHeader('Retry-After') });
    };
    request.onerror = () => { reject(new Unreachable('/v1/knowledge/documents')); };
    request.onabort = () => { reject(new DOMException('dropped', 'AbortError')); };
    signal.addEventListener('abort', () => { request.abort(); }, { once: true });
    request.send(body);
  });
}
