import type { ConversationState } from '../conversation/transcript';
import type { Settings } from '../settings';
import { announcer } from './announcer';
import { composer, type Draft } from './composer';
import { connectionBar } from './connectionBar';
import { header, TITLE_ID } from './header';
import { messageList, type MessageListActions } from './messageList';
import { h, setText, type View } from './view';

export interface ChatWindowActions extends MessageListActions {
  readonly onClose: () => void;
  readonly onSend: (text: string) => void;
}

export interface ChatWindow extends View<ConversationState> {
  readonly el: HTMLDialogElement;
  readonly draft: Draft;
  /** Takes the whole screen, and the page out of reach, where there is no room for both. */
  readonly show: (fullScreen: boolean, focus: boolean) => void;
}

export function chatWindow(settings: Settings, actions: ChatWindowActions): ChatWindow {
  const { strings, direction, tag } = settings.locale;
  const bar = connectionBar(strings);
  const list = messageList(settings, actions);
  const unavailable = h('p', { class: 'unavailable', role: 'status', hidden: true });
  const input = composer(settings.locale, actions.onSend);
  const said = announcer(strings);
  const el = h('dialog', { class: 'window', 'aria-labelledby': TITLE_ID, dir: direction, lang: tag, tabindex: -1 });
  el.append(header(settings, actions.onClose), bar.el, list.el, unavailable, input.el, said.el);
  // Without the native closing, which would leave the launcher thinking that the window is still open.
  el.addEventListener('cancel', (event) => {
    event.preventDefault();
    actions.onClose();
  });

  return {
    el,
    draft: input.draft,
    show(fullScreen, focus) {
      show(el, fullScreen, focus, input.focus);
    },
    update(state) {
      bar.update(state.online);
      list.update(state);
      unavailable.hidden = state.available;
      setText(unavailable, state.available ? '' : strings.unavailable);
      input.update(state);
      said.update(state.entries);
    },
    destroy() {
      for (const view of [bar, list, input, said]) view.destroy();
      el.remove();
    },
  };
}

/** Opening moves the focus by itself; where nobody asked for that, for example after a reload, it goes back. */
function show(dialog: HTMLDialogElement, fullScreen: boolean, focus: boolean, focusInput: () => void): void {
  const root = dialog.getRootNode() as ShadowRoot;
  const before = root.activeElement ?? document.activeElement;
  if (dialog.open) dialog.close();
  if (fullScreen) dialog.showModal();
  else dialog.show();
  if (!focus) {
    if (root.activeElement instanceof HTMLElement) root.activeElement.blur();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  } else if (matchMedia('(pointer: coarse)').matches) {
    // On a touch screen the field's focus would cover half of the conversation with the keyboard.
    dialog.focus();
  } else focusInput();
}
