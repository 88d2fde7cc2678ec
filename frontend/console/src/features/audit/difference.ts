import type { Json } from './contract.ts';

export interface Difference {
  /** Where in the thing, as `branding.color`. */
  readonly path: string;
  /** Undefined where there was nothing. */
  readonly before: string | undefined;
  /** Undefined where there is nothing any more. */
  readonly after: string | undefined;
}

/** What is another than before, in the order of the thing; a list is looked at as a whole. */
export function differences(before: Json | undefined, after: Json | undefined): readonly Difference[] {
  const were = leaves(before);
  const are = leaves(after);
  const paths = [...new Set([...were.keys(), ...are.keys()])];
  return paths.flatMap((path) => {
    const [was, is] = [were.get(path), are.get(path)];
    return was === is ? [] : [{ path, before: was, after: is }];
  });
}

function leaves(value: Json | undefined, path = ''): ReadonlyMap<string, string> {
  if (value === undefined) return new Map();
  if (isObject(value)) {
    return new Map(Object.entries(value).flatMap(([name, inner]) => [...leaves(inner, path === '' ? name : `${path}.${name}`)]));
  }
  return new Map([[path, shown(value)]]);
}

const isObject = (value: Json): value is Readonly<Record<string, Json>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: Json): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join('\n') : JSON.stringify(value, null, 1);
};
