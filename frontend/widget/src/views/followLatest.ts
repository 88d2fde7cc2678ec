export interface FollowLatest {
  /** Content was added: stay with it, unless the person has scrolled up to read. */
  changed(): void;
  destroy(): void;
}

/** Pixels from the end that still count as reading the latest. */
const NEAR = 80;

export function followLatest(log: HTMLElement, button: HTMLButtonElement): FollowLatest {
  let following = true;
  const toEnd = (): void => {
    log.scrollTop = log.scrollHeight;
  };
  const scrolled = (): void => {
    // A hidden window measures nothing.
    if (log.clientHeight === 0) return;
    following = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    button.hidden = following;
  };
  // The phone's keyboard, a growing composer or a reopened window change the room there is.
  const resized = new ResizeObserver(() => {
    if (following) toEnd();
  });
  resized.observe(log);
  log.addEventListener('scroll', scrolled, { passive: true });
  button.addEventListener('click', () => {
    following = true;
    toEnd();
    log.focus();
  });
  return {
    changed() {
      if (following) toEnd();
      else scrolled();
    },
    destroy() {
      resized.disconnect();
      log.removeEventListener('scroll', scrolled);
    },
  };
}
