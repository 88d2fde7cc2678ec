import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of shared test data: named by the environment, or `shared/data` beside the repository or above it. */
export function sharedData(): string | undefined {
  const named = process.env['CSAI_TEST_DATA'];
  if (named !== undefined) return named;
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'shared', 'data');
    if (existsSync(candidate)) return candidate;
  }
  return undefined;
}

export function readShared(path: string): string | undefined {
  const folder = sharedData();
  if (folder === undefined || !existsSync(join(folder, path))) {
    console.warn(`Skipped: ${path} is not there; set CSAI_TEST_DATA to the folder of the shared test data.`);
    return undefined;
  }
  return readFileSync(join(folder, path), 'utf8');
}
