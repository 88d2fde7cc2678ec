import type { IconName } from '../../shared/ui/icons.tsx';

/** Something that can be gone to or done. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** What else somebody may call it. */
  readonly also?: string;
  readonly detail?: string;
  readonly icon: IconName;
  readonly act: { readonly to: string } | { readonly run: () => void };
}

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly commands: readonly Command[];
}

/**
 * What has every word of the query somewhere, before the rest what begins with the first; everything when nothing is asked.
 * @param most of each group
 */
export function matching(groups: readonly Group[], query: string, most = Infinity): readonly Group[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  return groups
    .map((group) => ({ ...group, commands: found(group.commands, words).slice(0, most) }))
    .filter(({ commands }) => commands.length > 0);
}

function found(commands: readonly Command[], words: readonly string[]): readonly Command[] {
  const rank = ({ label }: Command): number => (label.toLocaleLowerCase().startsWith(words[0] ?? '') ? 0 : 1);
  return commands
    .filter(({ label, also = '', detail = '' }) => {
      const text = `${label} ${also} ${detail}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((one, other) => rank(one) - rank(other));
}
