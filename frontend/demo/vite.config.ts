import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const require = createRequire(import.meta.url);

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
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/demo/',
  plugins: [fontLicences('frank-ruhl-libre', 'rubik')],
  build: {
    outDir: fileURLToPath(new URL('../dist/demo', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The page's policy allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
