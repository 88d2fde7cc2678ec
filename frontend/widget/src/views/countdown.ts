import { setText } from './view';

export interface Countdown {
  /** Shows the words for each second that is left, until stopped. */
  start(ms: number, words: (seconds: number) => string): void;
  stop(): void;
}

export function countdown(el: HTMLElement): Countdown {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    start(ms, words) {
      stop();
      let seconds = Math.ceil(ms / 1000);
      setText(el, words(seconds));
      timer = setInterval(() => {
        seconds = Math.max(1, seconds - 1);
        setText(el, words(seconds));
      }, 1000);
    },
    stop,
  };
}
