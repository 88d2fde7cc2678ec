import type { ServerResponse } from 'node:http';
import { problem } from '../respond.ts';

/** What the server says of a field. */
export const invalid = (response: ServerResponse, pointer: string, code: string): void => {
  problem(response, 400, 'invalid-request', { errors: [{ pointer, code, detail: 'Not this one.' }] });
};
