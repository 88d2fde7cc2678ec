import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * The same code twice: under a name that never changes, for the embed tag, and under one that changes with every byte,
 * which may be cached for ever and pinned with an integrity attribute.
 */
function versioned(): Plugin {
  return {
    name: 'csai-versioned-bundle',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunk = bundle['widget.js'];
      const map = bundle['widget.js.map'];
      if (chunk?.type !== 'chunk' || map?.type !== 'asset') throw new Error('widget.js or its source map is missing');
      const version = createHash('sha256').update(chunk.code).digest('hex').slice(0, 12);
      const folder = `widget/${version}`;
      this.emitFile({ type: 'asset', fileName: `${folder}/widget.js`, source: `${chunk.code}//# sourceMappingURL=widget.js.map\n` });
      this.emitFile({ type: 'asset', fileName: `${folder}/widget.js.map`, source: map.source });
      chunk.code += `//# sourceMappingURL=${folder}/widget.js.map\n`;
      delete bundle['widget.js.map'];
    },
  };
}

export default defineConfig({
  publicDir: false,
  plugins: [versioned()],
  build: {
    outDir: dist,
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox121', 'safari17.4'],
    sourcemap: 'hidden',
    rolldownOptions: {
      // Of a named number the bundle needs no name.
      optimization: { inlineConst: { mode: 'all' } },
      input: fileURLToPath(new URL('src/main.ts', import.meta.url)),
      output: { format: 'iife', entryFileNames: 'widget.js' },
    },
  },
  test: {
    // A page where one is needed; the rest is quicker without.
    environment: 'node',
    testTimeout: 30_000,
    include: ['test/**/*.test.ts'],
    restoreMocks: true,
  },
});
