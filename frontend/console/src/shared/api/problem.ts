/** The language of the server's sentences. */
export const WRITTEN_IN = 'en';

const TYPES = 'https://csai.dev/problems/';

/** The slug of what is refused because the tenant is suspended. */
export const SUSPENDED = 'tenant-suspended';

export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** An RFC 9457 document. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

/** The stable word of a problem's type. */
export const slugOf = (type: string): string => (type.startsWith(TYPES) ? type.slice(TYPES.length) : type);

/** What the server refused, with its reason. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly problem: Problem,
    /** Seconds after which to try again. */
    readonly retryAfter: number | undefined,
  ) {
    super(problem.detail ?? problem.title);
  }

  get slug(): string {
    return slugOf(this.problem.type);
  }
}

/** The server gave no answer at all. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Whether somebody else was first. */
export const isStale = (failure: Error | undefined): boolean => failure instanceof Refusal && failure.slug === 'stale';

export function refusal(status: number, body: string, retryAfter: string | null): Refusal {
  const seconds = retryAfter === null ? NaN : Number(retryAfter);
  return new Refusal(status, parsed(body, status), Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : undefined);
}

export const refusalOf = async (response: Response): Promise<Refusal> =>
  refusal(response.status, await response.text(), response.headers.get('Retry-After'));

/** A proxy in between may answer with a page of its own. */
function parsed(body: string, status: number): Problem {
  try {
    const document: unknown = JSON.parse(body);
    if (isProblem(document)) return document;
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure;
  }
  return { type: 'about:blank', title: `HTTP ${status}` };
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' &&
  'title' in value && typeof value.title === 'string';

/** Whether asking once more may give another answer. */
export const isPassing = (failure: unknown): boolean =>
  failure instanceof Unreachable || (failure instanceof Refusal && failure.status >= 500);
