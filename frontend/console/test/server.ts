type Route = (request: Request) => Response | Promise<Response>;

export const MEMBER = { id: 'm-1', name: 'Dana', email: 'dana@demo.csai.local', role: 'owner' } as const;

/** A `fetch` that answers by `METHOD /path`; what is not among them cannot be reached. */
export function answering(routes: Readonly<Record<string, Route>>): { fetcher: typeof fetch; asked: readonly string[] } {
  const asked: string[] = [];
  const fetcher: typeof fetch = async (input, init) => {
    const request = new Request(new URL(input instanceof Request ? input.url : input, 'http://console.test'), init);
    const call = `${request.method} ${new URL(request.url).pathname}`;
    asked.push(call);
    const route = routes[call];
    if (route === undefined) throw new TypeError(`nothing answers ${call}`);
    return await route(request);
  };
  return { fetcher, asked };
}

export const problem = (status: number, slug: string, headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json({ type: `https://csai.dev/problems/${slug}`, title: slug, status }, { status, headers });
