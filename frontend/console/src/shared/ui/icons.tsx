import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** Strokes on a grid of 20 by 20. */
const PATHS = {
  alert: 'M10 6.5v4M10 13.4v.1M8.7 3.4 2.3 14.5A1.5 1.5 0 0 0 3.6 16.8h12.8a1.5 1.5 0 0 0 1.3-2.3L11.3 3.4a1.5 1.5 0 0 0-2.6 0Z',
  answers: 'M3 5.5A1.5 1.5 0 0 1 4.5 4h8A1.5 1.5 0 0 1 14 5.5v4a1.5 1.5 0 0 1-1.5 1.5H7l-4 3zM9 13.5h4.5l3.5 2.7v-7.7',
  audit: 'M6 3.500h8A1.5 1.5 0 0 1 15.5 5v10a1.5 1.5 0 0 1-1.5 1.500H6A1.5 1.5 0 0 1 4.500 15V5A1.5 1.5 0 0 1 6 3.500ZM7.500 7.500h5M7.500 10.500h5M7.500 13.500h2.500',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  block: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM5.200 5.200l9.600 9.600',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  chevron: 'm5.5 8 4.5 4.5L14.5 8',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM10 6v4.3l2.8 1.7',
  close: 'm5 5 10 10M15 5 5 15',
  code: 'm7 6-4 4 4 4M13 6l4 4-4 4',
  contacts: 'M5.5 3.500h9A1.5 1.5 0 0 1 16 5v10a1.5 1.5 0 0 1-1.5 1.500h-9A1.5 1.5 0 0 1 4 15V5a1.5 1.5 0 0 1 1.5-1.500ZM10 10.200a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM6.700 14.200c.3-1.700 1.600-2.500 3.300-2.500s3 .8 3.300 2.500M2.500 7h2M2.500 13h2',
  conversations: 'M3.500 4h8A1.5 1.5 0 0 1 13 5.500v4a1.5 1.5 0 0 1-1.5 1.500H7l-3 2.300V11h-.5A1.5 1.5 0 0 1 2 9.500v-4A1.5 1.5 0 0 1 3.500 4ZM15.500 7.500h1A1.5 1.5 0 0 1 18 9v4a1.5 1.5 0 0 1-1.5 1.500H16v2.300l-3-2.300H9.5',
  copy: 'M8.500 7h6A1.5 1.5 0 0 1 16 8.500v6.500a1.5 1.5 0 0 1-1.5 1.500h-6A1.5 1.5 0 0 1 7 15V8.500A1.5 1.5 0 0 1 8.500 7ZM13 4.500A1.5 1.5 0 0 0 11.500 3.500h-6A1.5 1.5 0 0 0 4 5v6.500a1.5 1.5 0 0 0 1 1.400',
  dashboard: 'M3.500 3.500h5.5v6.500H3.5zM11.500 3.500h5v3.500h-5zM11.500 9.500h5v7h-5zM3.500 12.500h5.5v4H3.5z',
  download: 'M10 3.500v9M6 9l4 3.800L14 9M4 14v1a1.5 1.5 0 0 0 1.5 1.500h9A1.5 1.5 0 0 0 16 15v-1',
  edit: 'm4 16 .8-3.6L13 4.2a1.7 1.7 0 0 1 2.4 0l.4.4a1.7 1.7 0 0 1 0 2.4l-8.2 8.2zM11.5 5.7l2.8 2.8',
  file: 'M5 3.5h6.2L15.5 8v7A1.5 1.5 0 0 1 14 16.5H6A1.5 1.5 0 0 1 4.5 15V4.9M11 3.5V8h4.5',
  globe: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM3 10h14M10 3c2.2 2 3.2 4.3 3.2 7S12.2 15 10 17c-2.2-2-3.2-4.3-3.2-7S7.8 5 10 3Z',
  jobs: 'M3.5 5.500h5M3.5 10h5M3.5 14.500h5M12 5.500l1.5 1.5 3-3.200M12 14.300l1.5 1.5 3-3.2',
  key: 'M7 9a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM9.900 10.100 16.500 3.500M13.500 6.500l2 2M7 13v.1',
  knowledge: 'M10 5.300C8.3 4 6 3.6 3.5 3.800v11.400c2.5-.2 4.8.2 6.5 1.5 1.7-1.3 4-1.7 6.5-1.500V3.800C14 3.6 11.7 4 10 5.300Zm0 0v11.4',
  leave: 'M8 4H5.5A1.5 1.5 0 0 0 4 5.5v9A1.5 1.5 0 0 0 5.5 16H8M12.5 6.5 16 10l-3.5 3.5M16 10H8',
  mail: 'M4.5 4.500h11A1.5 1.5 0 0 1 17 6v8a1.5 1.5 0 0 1-1.5 1.500h-11A1.5 1.5 0 0 1 3 14V6a1.5 1.5 0 0 1 1.5-1.500ZM3.5 6.200l6.5 4.800 6.5-4.8',
  more: 'M10 4.800v.1M10 10v.1M10 15.200v.1',
  open: 'M8 4.500H5.500A1.5 1.5 0 0 0 4 6v8.500A1.5 1.5 0 0 0 5.5 16H14a1.5 1.5 0 0 0 1.5-1.500V12M11.5 4h4.500v4.500M16 4l-7 7',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.400A3.2 3.2 0 0 0 10 10ZM4 16.500c.6-2.9 3-4.5 6-4.500s5.4 1.6 6 4.5',
  plus: 'M10 4.500v11M4.5 10h11',
  redo: 'M15.5 8.500A6 6 0 1 0 16 11M16 4.500v4h-4',
  search: 'M9 3.500a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 13l3.8 3.8',
  send: 'M10 16V4.500M5 9.300l5-4.8 5 4.8',
  settings: 'M3.500 6h7M14.500 6h2M3.500 14h2M9.500 14h7M12.500 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7.500 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  shield: 'M10 3 4.500 5v4.500c0 3.500 2.300 6 5.500 7.500 3.200-1.500 5.500-4 5.500-7.500V5ZM7.500 10l2 2 3.300-3.700',
  shop: 'M4 8.500v7h12v-7M3 8.5 4.5 4h11L17 8.500a2.3 2.3 0 0 1-4.7 0 2.3 2.3 0 0 1-4.6 0A2.3 2.3 0 0 1 3 8.500Z',
  team: 'M7.5 10a2.8 2.8 0 1 0 0-5.600A2.8 2.8 0 0 0 7.5 10ZM2.5 16c.5-2.6 2.4-4 5-4s4.500 1.400 5 4M12.500 4.600a2.8 2.8 0 0 1 0 5.200M14.500 12.400c1.700.5 2.700 1.700 3 3.600',
  text: 'M4 5h12M4 8.500h12M4 12h12M4 15.500h7',
  trash: 'M4 6h12M8 6V4.200h4V6M5.5 6l.7 10h7.600l.7-10M8.5 9v4.500M11.5 9v4.5',
  tryit: 'M4.5 4h11A1.5 1.5 0 0 1 17 5.500v7a1.5 1.5 0 0 1-1.5 1.500H9l-4 3v-3h-.5A1.5 1.5 0 0 1 3 12.500v-7A1.5 1.5 0 0 1 4.5 4ZM7 7.500h6M7 10.500h3.5',
  upload: 'M10 13V4M6 7.7 10 3.800l4 3.900M4 13v2a1.5 1.5 0 0 0 1.5 1.500h9A1.5 1.5 0 0 0 16 15v-2',
} as const;

export type IconName = keyof typeof PATHS;

/** Point along the line of text, so they turn with it. */
const DIRECTED: ReadonlySet<IconName> = new Set<IconName>(['back', 'leave', 'open', 'text', 'jobs', 'tryit', 'answers', 'conversations', 'audit', 'settings']);

export const Icon = ({ name, className }: { readonly name: IconName; readonly className?: string }): ReactNode => (
  <svg
    viewBox="0 0 20 20"
    aria-hidden="true"
    className={cx('size-5 shrink-0 fill-none stroke-current stroke-[1.6]', DIRECTED.has(name) && 'rtl:-scale-x-100', className)}
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={PATHS[name]} className={name === 'more' ? 'stroke-[2.4]' : undefined} />
  </svg>
);

export const Mark = ({ className }: { readonly className?: string }): ReactNode => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={cx('shrink-0', className)}>
    <rect width="32" height="32" rx="9" className="fill-accent" />
    <path
      className="fill-on-accent"
      d="M8 12.200A3.2 3.2 0 0 1 11.2 9h9.600a3.2 3.2 0 0 1 3.2 3.200v5.600a3.2 3.2 0 0 1-3.2 3.200h-5L11 24.600V21a3.1 3.1 0 0 1-3-3.100z"
    />
    <path d="M12.4 13.600h7.200M12.4 16.600h4.4" className="stroke-accent stroke-[1.7]" strokeLinecap="round" />
  </svg>
);
