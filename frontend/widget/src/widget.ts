import { createChatApi, Refusal, type ChatApi } from './api/client';
import { browserConnection } from './conversation/connection';
import { Conversation } from './conversation/conversation';
import { keptStore } from './conversation/storage';
import { subjectOf } from './contactToken';
import { mergeSettings, wantedLocale, type ScriptSettings, type Settings } from './settings';
import { Surface } from './surface';

/** What the page may do with its widget: the one name this script leaves behind is `CsaiWidget`. */
export interface WidgetHandle {
  /** Opens the window, with a question to begin with if there is one. */
  open(draft?: string): void;
  close(): void;
  destroy(): void;
}

/** The bubble waits this long for the tenant's colours, then appears in its own. */
const PATIENCE_MS = 1500;

export class Widget implements WidgetHandle {
  readonly #script: ScriptSettings;
  readonly #api: ChatApi;
  readonly #conversation: Conversation;
  readonly #patience: ReturnType<typeof setTimeout>;
  #settings: Settings;
  #surface: Surface | undefined;
  #configuring = false;
  #configured = false;
  #destroyed = false;

  constructor(script: ScriptSettings) {
    this.#script = script;
    this.#settings = mergeSettings(script, {});
    this.#api = createChatApi(script.apiBase, script.apiKey, script.contactToken);
    this.#conversation = new Conversation({
      api: this.#api,
      connection: browserConnection(),
      kept: keptStore(script.apiKey + subjectOf(script.contactToken)),
      now: () => Date.now(),
      locale: () => this.#settings.locale.tag,
    });
    this.#patience = setTimeout(() => {
      this.#shown();
    }, PATIENCE_MS);
    void this.#configure();
  }

  open(draft?: string): void {
    if (!this.#destroyed) this.#shown().open(draft);
  }

  close(): void {
    this.#surface?.close();
  }

  destroy(): void {
    this.#destroyed = true;
    // The script may be embedded again, and may have been already.
    if (window.CsaiWidget === this) delete window.CsaiWidget;
    clearTimeout(this.#patience);
    this.#surface?.destroy();
    this.#conversation.destroy();
  }

  #shown(): Surface {
    this.#surface ??= this.#build();
    return this.#surface;
  }

  #build(): Surface {
    clearTimeout(this.#patience);
    return new Surface({
      script: this.#script,
      settings: this.#settings,
      conversation: this.#conversation,
      onOpen: () => void this.#configure(),
    });
  }

  /** Asks again when the window is opened, if the server could not be reached before. */
  async #configure(): Promise<void> {
    if (this.#configuring || this.#configured) return;
    this.#configuring = true;
    try {
      const config = await this.#api.config(wantedLocale(this.#script));
      this.#configured = true;
      this.#apply(mergeSettings(this.#script, config));
    } catch (failure) {
      const refused = failure instanceof Refusal && (failure.status === 401 || failure.status === 403);
      if (refused) this.#conversation.markUnavailable();
      if (!this.#destroyed) this.#shown();
    }
    this.#configuring = false;
  }

  #apply(settings: Settings): void {
    if (this.#destroyed) return;
    this.#settings = settings;
    const inHand = this.#surface?.destroy();
    this.#surface = this.#build();
    if (inHand !== undefined) this.#surface.restore(inHand);
  }
}
