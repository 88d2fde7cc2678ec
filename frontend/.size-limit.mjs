import { readFileSync } from 'node:fs';

const page = readFileSync('dist/console/index.html', 'utf8');

/** What the console's page names is what a browser loads before it shows the sign-in. */
function named(pattern) {
  return [...page.matchAll(pattern)].map(([, path]) => `dist${path}`);
}

export default [
  { name: 'everything a page loads for the widget', path: 'dist/widget.js', gzip: true, limit: '20 kB' },
  { name: 'scripts of the console before its first room', path: named(/(?:src|href)="([^"]+\.js)"/g), gzip: true, limit: '150 kB' },
  { name: 'styles of the console', path: named(/href="([^"]+\.css)"/g), gzip: true, limit: '12 kB' },
];
