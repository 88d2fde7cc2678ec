import type {} from '../../widget/src/main';
import { he } from './he';

const isHebrew = new URLSearchParams(location.search).get('lang') === 'he';
if (isHebrew) translate();
document.documentElement.classList.add('ready');
offerQuestions();
void embed();

function translate(): void {
  const root = document.documentElement;
  root.lang = 'he';
  root.dir = 'rtl';
  for (const el of document.querySelectorAll<HTMLElement>('[data-t]')) el.textContent = word(el.dataset['t']);
  for (const el of document.querySelectorAll<HTMLElement>('[data-t-alt]')) el.setAttribute('alt', word(el.dataset['tAlt']));
  for (const el of document.querySelectorAll<HTMLElement>('[data-t-label]')) {
    el.setAttribute('aria-label', word(el.dataset['tLabel']));
  }
  const language = document.querySelector('#language');
  language?.setAttribute('href', '/demo?lang=en');
  language?.setAttribute('lang', 'en');
  language?.setAttribute('hreflang', 'en');
  if (language !== null) language.textContent = 'English';
}

function word(name: string | undefined): string {
  const found = he[name ?? ''];
  if (found === undefined) throw new Error(`no Hebrew for ${name ?? 'a part without a name'}`);
  return found;
}

/** A question on the page opens the chat with its own words. */
function offerQuestions(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-ask]')) {
    button.addEventListener('click', () => {
      const isQuestion = button.dataset['t'] !== 'askUs';
      window.CsaiWidget?.open(isQuestion ? button.textContent : undefined);
    });
  }
}

/** As a shop would, with one script tag; only the key of the demo's tenant has to be asked for first. */
async function embed(): Promise<void> {
  try {
    const response = await fetch('/demo/config.json');
    if (!response.ok) throw new Error(`the demo's configuration answered ${response.status}`);
    const { apiKey } = (await response.json()) as { apiKey: string };
    const script = document.createElement('script');
    script.src = '/widget.js';
    script.async = true;
    script.dataset['apiKey'] = apiKey;
    script.dataset['locale'] = isHebrew ? 'he' : 'en';
    // The corner where a line of text ends, so that the bubble covers no beginning.
    script.dataset['position'] = isHebrew ? 'bottom-left' : 'bottom-right';
    document.body.append(script);
  } catch (failure) {
    console.warn('The chat of this demo could not start:', failure);
    document.querySelector('#notice')?.removeAttribute('hidden');
  }
}
