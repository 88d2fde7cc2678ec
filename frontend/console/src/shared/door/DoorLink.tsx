import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

export const DoorLink = (props: LinkProps): ReactNode => (
  <Link {...props} className="rounded-sm font-semibold text-accent underline underline-offset-4 hover:text-accent-deep" />
);

/** A question, and the way to go for whoever it applies to. */
export const Elsewhere = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <p className="mt-6 flex flex-wrap gap-x-2 gap-y-1 text-[15px] text-soft">{children}</p>
);
