import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The fonts' licence asks to travel with them. */
function fontLicences(...fonts: readonly string[]): Plugin {
  return {
    name: 'csai-font-licences',
    generateBundle() {
      const texts = fonts.map((font) => readFileSync(require.resolve(`@fontsource-variable/${font}/LICENSE`), 'utf8'));
      this.emitFile({ type: 'asset', fileName: 'assets/FONTS-OFL.txt', source: texts.join('\n\n') });
    },
  };
}

export default defineConfig({
  root: here('.'),
  base: '/console/',
  plugins: [tailwind(), fontLicences('frank-ruhl-libre', 'assistant')],
  resolve: {
    // The page's policy refuses the <style> elements that Radix's scroll lock would write.
    alias: { 'react-style-singleton': here('src/shared/ui/styleSingleton.ts') },
  },
  server: { proxy: { '/v1': process.env['CSAI_URL'] ?? 'http://localhost:8080' } },
  build: {
    outDir: here('../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The second is the page inside the Widget room.
      input: [here('index.html'), here('preview.html')],
      // "use client" means nothing here.
      onLog(level, log, report) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  test: { environment: 'node', include: ['test/**/*.test.ts'], restoreMocks: true },
});
