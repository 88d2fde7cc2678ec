import { readScript } from './settings';
import { Widget, type WidgetHandle } from './widget';

declare global {
  interface Window {
    CsaiWidget?: WidgetHandle;
  }
}

/** A tag manager may run the code without being the script that holds the settings. */
function ownScript(): HTMLScriptElement {
  const script = document.currentScript ?? document.querySelector('script[data-api-key][src*="widget.js"]');
  if (!(script instanceof HTMLScriptElement)) throw new Error('the script tag with data-api-key was not found');
  return script;
}

// The host page owes this script nothing: whatever goes wrong here is said in the console and goes no further.
try {
  window.CsaiWidget ??= new Widget(readScript(ownScript()));
} catch (failure) {
  console.warn('[csai] The chat widget could not start:', failure);
}
