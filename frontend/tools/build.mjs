// What Maven runs: npm's install and then a script, `bundle` or `check`, unless nothing that goes into them has changed
// since the last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const outputs = new Set(['node_modules', 'dist', 'target', 'results']);

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !outputs.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

function fingerprint(files) {
  const hash = createHash('sha256').update(process.version);
  for (const path of files) hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

function npm(...args) {
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Does the work unless the stamp says that it was done for the same inputs; a failure leaves no stamp. */
function unlessDone(stamp, inputs, output, work) {
  if (existsSync(stamp) && existsSync(output) && readFileSync(stamp, 'utf8') === inputs) return;
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
}

const [script] = process.argv.slice(2);
const installed = join(root, 'node_modules');
unlessDone(join(installed, '.lock.sha256'), fingerprint([join(root, 'package-lock.json')]), installed, () => npm('ci'));

unlessDone(join(root, 'target', `${script}.sha256`), fingerprint(filesUnder(root)), join(root, 'dist', 'widget.js'), () => {
  // Maven copies but never removes: yesterday's versioned bundles would stay in the jar.
  if (script === 'bundle') rmSync(join(root, 'target', 'classes'), { recursive: true, force: true });
  npm('run', script);
});
