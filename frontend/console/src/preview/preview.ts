import type {} from '@csai/widget/src/main.ts';
import type { WidgetHandle } from '@csai/widget/src/widget.ts';
import { isOfKind, type PreviewDraft, type PreviewReady } from '../shared/preview.ts';
import { sampleAnswer } from './sample.ts';

/** Of no tenant, and sent nowhere. */
const KEY = 'pk_preview';
const READY: PreviewReady = { kind: 'csai.preview.ready' };

let shown: PreviewDraft | undefined;
let wanted: PreviewDraft | undefined;
let isDrawing = false;

/** Nothing that is typed into the preview is kept, and what is kept elsewhere is not shown in it. */
function forgetEverything(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    Object.defineProperty(window, name, { get: () => { throw new DOMException('the preview keeps nothing', 'SecurityError'); } });
  }
}

/** Opening the chat takes the focus, which belongs to the form beside it as long as nobody is in here. */
function leaveTheFocus(): void {
  const element = HTMLElement.prototype;
  const focus = Reflect.get(element, 'focus');
  element.focus = function (options) {
    if (document.hasFocus()) focus.call(this, options);
  };
  const dialog = HTMLDialogElement.prototype;
  for (const name of ['show', 'showModal'] as const) {
    const show = Reflect.get(dialog, name);
    dialog[name] = function () {
      if (document.hasFocus()) show.call(this);
      else this.open = true;
    };
  }
}

function answerInPlaceOfThePlatform(): void {
  window.fetch = (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    return shown === undefined ? Promise.reject(new TypeError('there is nothing to show yet')) : Promise.resolve(sampleAnswer(pathname, shown));
  };
}

async function draw(): Promise<void> {
  if (isDrawing) return;
  isDrawing = true;
  try {
    while (wanted !== undefined) {
      shown = wanted;
      wanted = undefined;
      await show(shown);
    }
  } finally {
    isDrawing = false;
  }
}

/** The new one takes the place of the one before when it is there, as open or closed as that was. */
async function show({ locale, config }: PreviewDraft): Promise<void> {
  document.documentElement.lang = locale;
  document.documentElement.dir = config.direction ?? 'ltr';
  const before = widget();
  const former = document.querySelector('csai-widget');
  delete window.CsaiWidget;
  const script = embedded(locale);
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => { reject(new Error('the widget could not be loaded')); });
    document.body.append(script);
  });
  while (document.querySelector('csai-widget:last-of-type') === former) await nextFrame();
  if (former === null || former.hasAttribute('data-open')) widget()?.open();
  before?.destroy();
  script.remove();
}

/** As a page has it; who is shown as having logged in has a conversation already. */
function embedded(locale: PreviewDraft['locale']): HTMLScriptElement {
  const script = document.createElement('script');
  script.src = '/widget.js';
  Object.assign(script.dataset, { apiKey: KEY, contactToken: KEY, locale, theme: 'light' });
  return script;
}

const widget = (): WidgetHandle | undefined => window.CsaiWidget;
const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
  if (origin !== location.origin || source !== parent || !isOfKind(data, 'csai.preview.draft')) return;
  wanted = data as PreviewDraft;
  void draw();
});

forgetEverything();
leaveTheFocus();
answerInPlaceOfThePlatform();
parent.postMessage(READY, location.origin);
