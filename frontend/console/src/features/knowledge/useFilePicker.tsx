import { useRef, type ReactNode } from 'react';

/** The browser's own dialog for files: an element to put on the page, and a way to open it. */
export function useFilePicker(onFiles: (files: readonly File[]) => void): readonly [ReactNode, () => void] {
  const input = useRef<HTMLInputElement>(null);
  const element = (
    <input
      ref={input}
      type="file"
      multiple
      hidden
      aria-hidden="true"
      onChange={({ target }) => {
        onFiles(Array.from(target.files ?? []));
        // So that the same file can be chosen again.
        target.value = '';
      }}
    />
  );
  return [element, () => { input.current?.click(); }];
}
