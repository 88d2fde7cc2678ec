import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Sinks that turn text into markup or code: nothing a model or a tenant wrote may reach one. */
const markupSinks = ['innerHTML', 'outerHTML', 'srcdoc'].map((property) => ({
  selector: `AssignmentExpression > MemberExpression[property.name='${property}']`,
  message: `${property} parses text as markup: build nodes and use textContent.`,
}));
const markupCalls = ['insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment'].map((method) => ({
  selector: `CallExpression[callee.property.name='${method}']`,
  message: `${method} parses text as markup: build nodes and use textContent.`,
}));

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/target/', '**/results/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./widget/tsconfig.tools.json', './demo/tsconfig.json', './console/tsconfig.json', './e2e/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-console': ['error', { allow: ['warn'] }],
      'no-restricted-syntax': ['error', ...markupSinks, ...markupCalls],
      'max-lines': ['error', 300],
    },
  },
  { files: ['console/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  { files: ['**/src/**/*.{ts,tsx}'], rules: { 'max-lines-per-function': ['error', 60], complexity: ['error', 12] } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
);
