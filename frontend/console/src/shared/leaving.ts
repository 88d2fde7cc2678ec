type Guard = (event: PopStateEvent) => void;

const guards: Guard[] = [];

/** Before the router listens: at the window whoever came first hears first, and may keep it from the others. */
export function watchLeaving(): void {
  addEventListener('popstate', (event) => { guards.at(-1)?.(event); });
}

/** Hears first when the browser's own buttons lead elsewhere, until what comes back is called. */
export function guardLeaving(guard: Guard): () => void {
  guards.push(guard);
  return () => { guards.splice(guards.indexOf(guard), 1); };
}
