import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, jsonOf, problem } from '../respond.ts';
import { invalid } from './invalid.ts';

export interface StubSettings {
  readonly model?: string;
  readonly temperature: number;
  readonly maxTokens: number;
  readonly topK: number;
  readonly instructions: string;
  readonly memory: { readonly messages: number; readonly tokens: number };
  readonly language: string;
  readonly tools: boolean;
  readonly fallback: Readonly<Record<string, string>>;
}

export const DEFAULTS: StubSettings = {
  temperature: 0.7, maxTokens: 2_048, topK: 5, instructions: '', memory: { messages: 12, tokens: 1_000 }, language: 'auto', tools: true, fallback: {},
};

interface StubVersion {
  readonly number: number;
  readonly publishedAt: string;
  readonly publishedBy: { readonly id: string; readonly name: string };
  readonly restoredFrom?: number;
  readonly settings: StubSettings;
}

interface Switching {
  readonly enabled?: boolean;
  readonly channels?: Readonly<Record<string, boolean>>;
}

const HOUR = 3_600_000;

/** How the assistant answers: drafted, published, switched. */
export class Drafts {
  /** What was sent in, the newest last. */
  readonly received: unknown[] = [];
  enabled = true;
  channels: Record<string, boolean> = { widget: true };
  draft: StubSettings = DEFAULTS;
  revision = 0;
  generative = true;
  figures: Readonly<Record<string, number>> = { answers: 0, abstained: 0 };
  /** The oldest first. */
  readonly versions: StubVersion[] = [];

  /** As if it had been published. */
  publish(settings: Partial<StubSettings> = {}, name = 'Dana Levi', restoredFrom?: number): StubVersion {
    const number = this.versions.length + 1;
    const publishedAt = new Date(Date.now() - (12 - number) * HOUR).toISOString();
    const version = { number, publishedAt, publishedBy: { id: `member-${number}`, name }, ...(restoredFrom === undefined ? {} : { restoredFrom }), settings: { ...DEFAULTS, ...settings } };
    this.versions.push(version);
    return version;
  }

  /** As if somebody had saved it. */
  save(settings: Partial<StubSettings>): void {
    this.draft = { ...DEFAULTS, ...settings };
    this.revision++;
  }

  async answer(request: IncomingMessage, response: ServerResponse, { pathname }: URL): Promise<void> {
    const [, , , what, number, deed] = pathname.split('/');
    const body = request.method === 'GET' || deed === 'publish' ? {} : await jsonOf<Record<string, unknown>>(request);
    if (request.method !== 'GET') this.received.push(body);
    if (what === undefined) this.#drafted(request, response, body);
    else if (what === 'figures') json(response, 200, this.figures);
    else if (what === 'state') this.#switch(response, body);
    else if (what === 'publish') this.#publish(response, body);
    else if (number === undefined) json(response, 200, { items: [...this.versions].reverse().map(listed), nextCursor: null });
    else this.#ofVersion(request, response, this.versions[Number(number) - 1], body);
  }

  #drafted(request: IncomingMessage, response: ServerResponse, body: Record<string, unknown>): void {
    const settings = body['settings'] as StubSettings | undefined;
    if (request.method === 'PUT' && settings !== undefined) {
      if (body['revision'] !== this.revision) {
        problem(response, 409, 'stale');
        return;
      }
      if (settings.model?.includes(' ') === true) {
        invalid(response, '/settings/model', 'malformed');
        return;
      }
      this.save(settings);
    }
    json(response, 200, this.#view());
  }

  #switch(response: ServerResponse, { enabled, channels }: Switching): void {
    this.enabled = enabled ?? this.enabled;
    this.channels = { ...this.channels, ...channels };
    json(response, 200, this.#view());
  }

  #publish(response: ServerResponse, { revision }: { readonly revision?: number }): void {
    if (revision === this.revision) json(response, 201, listed(this.publish(this.draft)));
    else problem(response, 409, 'stale');
  }

  #ofVersion(request: IncomingMessage, response: ServerResponse, version: StubVersion | undefined, body: Record<string, unknown>): void {
    if (version === undefined) problem(response, 404, 'not-found');
    else if (request.method === 'GET') json(response, 200, version);
    else if (body['revision'] === undefined) {
      if (!this.#view().unpublished) this.save(version.settings);
      json(response, 201, listed(this.publish(version.settings, 'Dana Levi', version.number)));
    } else if (body['revision'] !== this.revision) problem(response, 409, 'stale');
    else {
      this.save(version.settings);
      json(response, 200, this.#view());
    }
  }

  #view() {
    const inForce = this.versions.at(-1);
    const settings = inForce?.settings ?? DEFAULTS;
    return {
      enabled: this.enabled, channels: this.channels, draft: this.draft, revision: this.revision,
      unpublished: JSON.stringify(this.draft) !== JSON.stringify(settings),
      ...(inForce === undefined ? {} : { version: inForce.number }), inForce: settings,
      platformModel: { name: this.generative ? 'gpt-test' : 'csai-extractive-1', generative: this.generative },
    };
  }
}

/** Without what it says. */
const listed = ({ number, publishedAt, publishedBy, restoredFrom }: StubVersion) => ({ number, publishedAt, publishedBy, restoredFrom });
