/** A `ref` for what stands where something else had the focus, so that it is read. */
export const takeFocus = (element: HTMLElement | null): void => {
  element?.focus();
};
