import { linesOf } from '../../shared/embed.ts';

/**
 * What is being written, after what is saved became another: what came there is there here, and what went there goes, lest
 * saving takes it back.
 */
export function over(written: string, before: readonly string[], after: readonly string[]): string {
  if (linesOf(written).join('\n') === before.join('\n')) return after.join('\n');
  const lines = written.split('\n').filter((line) => line.trim() === '' || after.includes(line.trim()) || !before.includes(line.trim()));
  const come = after.filter((origin) => !before.includes(origin) && !lines.some((line) => line.trim() === origin));
  while (come.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  return [...lines, ...come].join('\n');
}
