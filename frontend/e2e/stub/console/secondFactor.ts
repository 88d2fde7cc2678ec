import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf, problem } from '../respond.ts';
import { invalid } from './invalid.ts';
import { FACTOR_CODE, PASSWORD, RECOVERY_CODES, type Members, type Role } from './members.ts';

const WRONG_CODES = 5;

/** The second factors of those who have one; a test knows the one code and the recovery codes. */
export class SecondFactors {
  readonly #members: Members;
  #pending = 0;

  constructor(members: Members) {
    this.#members = members;
  }

  async answer(request: IncomingMessage, response: ServerResponse, path: string, who: Role): Promise<void> {
    const { password, code = '' } = await jsonOf<{ password?: string; code?: string }>(request);
    if (password !== undefined && password !== PASSWORD) invalid(response, '/password', 'wrong');
    else if (path.endsWith('/recovery-codes')) this.#renew(response, code);
    else if (path.endsWith('/remove')) this.#remove(response, who, code);
    else if (path.endsWith('/confirm')) this.#confirm(response, who, code);
    else {
      this.#pending = WRONG_CODES;
      json(response, 200, { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/CSAI:owner%40demo.csai.local?secret=JBSWY3DPEHPK3PXP&issuer=CSAI' });
    }
  }

  #confirm(response: ServerResponse, who: Role, code: string): void {
    if (this.#pending === 0) problem(response, 409, 'conflict');
    else if (code !== FACTOR_CODE) {
      this.#pending--;
      invalid(response, '/code', 'wrong');
    } else {
      this.#members.guarded.add(who);
      json(response, 200, { recoveryCodes: RECOVERY_CODES });
    }
  }

  #renew(response: ServerResponse, code: string): void {
    if (!this.#members.isCode(code)) invalid(response, '/code', 'wrong');
    else json(response, 200, { recoveryCodes: [...RECOVERY_CODES].reverse() });
  }

  #remove(response: ServerResponse, who: Role, code: string): void {
    if (!this.#members.isCode(code)) invalid(response, '/code', 'wrong');
    else {
      this.#members.guarded.delete(who);
      response.writeHead(204).end();
    }
  }
}
