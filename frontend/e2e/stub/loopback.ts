import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on a free port of this machine. A request that fails inside breaks its connection, and so its test. */
export abstract class Loopback {
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.serve(request, response, new URL(request.url ?? '/', this.origin)).catch((failure: unknown) => {
        response.destroy(failure instanceof Error ? failure : new Error(String(failure)));
      });
    });
  }

  protected abstract serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
}
