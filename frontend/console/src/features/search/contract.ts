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

const PER_GROUP = 8;

/** Whoever has every word of the query somewhere in its words, best matches at the beginning first; all when nothing is asked. */
export function matching(groups: readonly Group[], query: string): readonly Group[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  return groups
    .map((group) => ({ ...group, commands: found(group.commands, words) }))
    .filter(({ commands }) => commands.length > 0);
}

function found(commands: readonly Command[], words: readonly string[]): readonly Command[] {
  const rank = ({ label }: Command): number => (label.toLocaleLowerCase().startsWith(words[0] ?? '') ? 0 : 1);
  return commands
    .filter(({ label, also = '', detail = '' }) => {
      const text = `${label} ${also} ${detail}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, PER_GROUP);
}
