import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A shop's own page on its own origin, with the strictest policy that still allows a chat widget. */
export class HostPage {
  /** Attributes of the script tag beside `src` and the key. */
  attributes: Readonly<Record<string, string>> = {};
  language = 'en';
  apiKey = 'pk_test';
  script = '/widget.js';
  readonly #server: Server;
  readonly #chatOrigin: string;

  constructor(chatOrigin: string) {
    this.#chatOrigin = chatOrigin;
    this.#server = createServer((request, response) => {
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': [
          "default-src 'none'",
          `script-src ${chatOrigin}`,
          `connect-src ${chatOrigin}`,
          `img-src ${chatOrigin}`,
          "style-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types 'none'",
        ].join('; '),
      });
      response.end(this.#html(request.url === '/bare' ? '' : this.#tag()));
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  #tag(): string {
    const attributes = { ...this.attributes, 'data-api-key': this.apiKey };
    const extra = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join('');
    return `<script async src="${this.#chatOrigin}${this.script}"${extra}></script>`;
  }

  #html(tag: string): string {
    return `<!doctype html><html lang="${this.language}"><head><title>A shop</title>${tag}</head>
<body><main><h1>A shop</h1><p>Its own words.</p><label>Search <input id="search"></label></main></body></html>`;
  }
}
