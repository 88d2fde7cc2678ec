/** Whether the browser believes to be online. */
export interface Connection {
  isOnline(): boolean;
  /** Returns how to stop listening. */
  onChange(listener: (online: boolean) => void): () => void;
}

export function browserConnection(): Connection {
  return {
    isOnline: () => navigator.onLine,
    onChange(listener) {
      const changed = (): void => {
        listener(navigator.onLine);
      };
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
  };
}

/** Resolves after the delay, when the browser comes online, or when aborted: whichever is first. */
export function pause(delayMs: number | undefined, connection: Connection, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = delayMs === undefined ? undefined : setTimeout(done, delayMs);
    const stopListening = connection.onChange((online) => {
      if (online) done();
    });
    signal.addEventListener('abort', done);
    if (signal.aborted) done();

    function done(): void {
      clearTimeout(timer);
      stopListening();
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
