import type { Conversation } from './conversation/conversation';
import { createOpenFlag, type OpenFlag } from './openFlag';
import type { ScriptSettings, Settings } from './settings';
import { styleSheets } from './styles/styleSheets';
import { followTheme } from './theme/theme';
import { unreadCounter } from './unread';
import { chatWindow, type ChatWindow } from './views/chatWindow';
import { launcher, type Launcher } from './views/launcher';

export interface SurfaceParts {
  readonly script: ScriptSettings;
  readonly settings: Settings;
  readonly conversation: Conversation;
  readonly onOpen: () => void;
}

/** What a person has in hand, kept when the window is built again with the tenant's settings. */
export interface InHand {
  readonly open: boolean;
  readonly focused: boolean;
  readonly draft: string;
}

/** No room for the window beside the page. The same condition stands in `window.css`. */
const FULL_SCREEN = '(max-width: 480px), (max-height: 420px)';

/** The widget's element on the host page: everything visible lives in its shadow root, and nothing outside changes. */
export class Surface {
  readonly #life = new AbortController();
  readonly #host = document.createElement('csai-widget');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  readonly #fullScreen = matchMedia(FULL_SCREEN);
  readonly #unread = unreadCounter();
  readonly #conversation: Conversation;
  readonly #openFlag: OpenFlag;
  readonly #onOpen: () => void;
  readonly #launcher: Launcher;
  readonly #window: ChatWindow;
  #isOpen = false;

  constructor({ script, settings, conversation, onOpen }: SurfaceParts) {
    this.#conversation = conversation;
    this.#openFlag = createOpenFlag(script.apiKey);
    this.#onOpen = onOpen;
    this.#root.adoptedStyleSheets = styleSheets(settings.color, settings.position);
    this.#launcher = launcher(settings.locale.strings, () => {
      if (this.#isOpen) this.close();
      else this.#show(true);
    });
    this.#window = this.#build(settings);
    this.#root.append(this.#window.el, this.#launcher.el);
    this.#listen(script);
    this.#update();
    attach(this.#host, this.#life.signal, () => {
      if (this.#isOpen) this.#window.show(this.#fullScreen.matches, true);
      // On a phone the open window hides the page, and the page is what was just asked for.
      else if (this.#openFlag.get() && !this.#fullScreen.matches) this.#show(false);
    });
  }

  open(draft?: string): void {
    if (draft !== undefined) this.#window.draft.set(draft);
    this.#show(true);
  }

  close(): void {
    if (!this.#isOpen) return;
    const hadFocus = this.#window.el.contains(this.#root.activeElement);
    this.#isOpen = false;
    this.#openFlag.set(false);
    this.#window.el.close();
    this.#update();
    if (hadFocus) this.#launcher.el.focus();
  }

  restore(inHand: InHand): void {
    this.#window.draft.set(inHand.draft);
    if (inHand.open) this.#show(inHand.focused);
  }

  destroy(): InHand {
    const focused = this.#root.activeElement !== null;
    const inHand = { open: this.#isOpen, focused, draft: this.#window.draft.get() };
    this.#life.abort();
    this.#window.destroy();
    this.#launcher.destroy();
    this.#host.remove();
    return inHand;
  }

  #build(settings: Settings): ChatWindow {
    const conversation = this.#conversation;
    return chatWindow(settings, {
      onClose: () => {
        this.close();
      },
      onSend: (text) => {
        conversation.say(text);
      },
      onRetry: (key) => {
        conversation.retry(key);
      },
      onRate: (messageId, feedback) => void conversation.rate(messageId, feedback),
      onReload: () => void conversation.resume(),
    });
  }

  #listen(script: ScriptSettings): void {
    const { signal } = this.#life;
    for (const type of ['keydown', 'keyup', 'keypress']) {
      this.#root.addEventListener(type, this.#onKey, { signal });
    }
    const onResize = (): void => {
      if (this.#isOpen) this.#window.show(this.#fullScreen.matches, false);
    };
    this.#fullScreen.addEventListener('change', onResize, { signal });
    signal.addEventListener('abort', followTheme(this.#host, script.theme));
    const unsubscribe = this.#conversation.subscribe(() => {
      this.#update();
    });
    signal.addEventListener('abort', unsubscribe);
  }

  readonly #onKey = (event: Event): void => {
    // What is typed here is not a shortcut of the host page.
    event.stopPropagation();
    if (!(event instanceof KeyboardEvent) || event.type !== 'keydown') return;
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    this.close();
  };

  #show(focus: boolean): void {
    const wasOpen = this.#isOpen;
    this.#isOpen = true;
    this.#openFlag.set(true);
    this.#update();
    const isNews = !wasOpen || focus;
    if (isNews && this.#host.isConnected) this.#window.show(this.#fullScreen.matches, focus);
    void this.#conversation.resume();
    this.#onOpen();
  }

  #update(): void {
    const { state } = this.#conversation;
    this.#window.update(state);
    this.#launcher.update({ open: this.#isOpen, unread: this.#unread.count(state, this.#isOpen) });
    this.#host.toggleAttribute('data-open', this.#isOpen);
  }
}

/** Beside the body, which some sites swap for the next page's; after it, where the keyboard comes to it last. */
function attach(host: HTMLElement, signal: AbortSignal, onAttached: () => void): void {
  const append = (): void => {
    document.documentElement.append(host);
    onAttached();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', append, { once: true, signal });
  else append();
}
