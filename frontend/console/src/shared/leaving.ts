interface Guard {
  /** Hears first when the browser's own buttons lead elsewhere. */
  readonly onPop: (event: PopStateEvent) => void;
  /** Asks whether to leave, and goes if so. */
  readonly ask: (go: () => void) => void;
}

const guards: Guard[] = [];

/** Before the router listens: at the window whoever came first hears first, and may keep it from the others. */
export function watchLeaving(): void {
  addEventListener('popstate', (event) => { guards.at(-1)?.onPop(event); });
}

/** Stands before whatever leads away, until what comes back is called. */
export function guardLeaving(guard: Guard): () => void {
  guards.push(guard);
  return () => { guards.splice(guards.indexOf(guard), 1); };
}

/** Goes where no link and no button of the browser leads, once whoever guards what is here has asked. */
export function leaveBy(go: () => void): void {
  const guard = guards.at(-1);
  if (guard === undefined) go();
  else guard.ask(go);
}
