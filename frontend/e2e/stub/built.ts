import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problem } from './respond.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/** Answers with a file of the bundles as they were built. */
export async function built(response: ServerResponse, path: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const name = normalize(path);
  try {
    const content = await readFile(join(dist, name));
    response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream', ...headers }).end(content);
  } catch {
    problem(response, 404, 'not-found');
  }
}
