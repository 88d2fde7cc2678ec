import { useSearchParams } from 'react-router';

/** Whether a room's way to something new is open. It stands in the address, so that a link leads there. */
export function useOpen(): readonly [isOpen: boolean, open: (isOpen: boolean) => void] {
  const [search, setSearch] = useSearchParams();
  const open = (isOpen: boolean): void => {
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (isOpen) after.set('new', '');
      else after.delete('new');
      return after;
    }, { replace: !isOpen });
  };
  return [search.has('new'), open];
}
