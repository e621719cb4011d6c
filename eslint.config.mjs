/** What the compiler cannot see: promises nobody waits for, tests that assert nothing, time and chance inside rules. */
import jest from 'eslint-plugin-jest';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const forbid = (selector, message) => ({ selector, message });

const manyParameters = forbid(
  "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>6]",
  'A constructor takes six parameters at most: a class that needs more does more than one thing.',
);

const pastTheCaller = [
  forbid(
    "CallExpression[callee.property.name='query'][callee.object.name=/[dD]ataSource$/]",
    'dataSource.query takes another connection, without the caller’s identity: use asCaller.',
  ),
  forbid(
    "CallExpression[callee.property.name='query'][callee.object.property.name=/[dD]ataSource$/]",
    'dataSource.query takes another connection, without the caller’s identity: use asCaller.',
  ),
  forbid(
    "Decorator > CallExpression[callee.name='InjectRepository']",
    'An injected repository runs without the caller’s identity: use asCaller.',
  ),
];

const timeAndChance = [
  forbid("MemberExpression[object.name='Date'][property.name='now']", 'Time is a parameter in domain.'),
  forbid("NewExpression[callee.name='Date'][arguments.length=0]", 'Time is a parameter in domain.'),
  forbid("CallExpression[callee.name='Date']", 'Time is a parameter in domain.'),
  forbid("MemberExpression[object.name='Temporal'][property.name='Now']", 'Time is a parameter in domain.'),
  forbid("MemberExpression[object.name='performance'][property.name='now']", 'Time is a parameter in domain.'),
  forbid("MemberExpression[object.name='Math'][property.name='random']", 'Chance is a parameter in domain.'),
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'tmp/', '**/generated/**', '**/node_modules/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommended],
    rules: {
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', manyParameters, ...pastTheCaller],
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Nest modules are classes that only carry a decorator.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['apps/{api,worker,demo}/**/*.ts', 'libs/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['libs/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', manyParameters, ...pastTheCaller, ...timeAndChance],
      'max-lines': ['error', { max: 200 }],
    },
  },
  { files: ['libs/store/**/*.ts'], rules: { 'no-restricted-syntax': ['error', manyParameters] } },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.spec.ts', '**/*-spec.ts', '**/*.spec.tsx'],
    plugins: { jest },
    settings: { jest: { version: 30 } },
    rules: {
      'jest/expect-expect': [
        'error',
        // `each` asserts a property over random worlds with fast-check.
        { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'assert*', 'each'] },
      ],
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/no-identical-title': 'error',
      'jest/no-standalone-expect': 'error',
      'jest/valid-expect': ['error', { maxArgs: 2 }],
      'jest/valid-expect-in-promise': 'error',
      'max-lines': 'off',
      // A test may look at the clock of the machine and at rows past every policy: that is how it proves them.
      'no-restricted-syntax': ['error', manyParameters],
    },
  },
  // What GraphQL answers is proved by the test that looks at it, not by a type that the test would have to invent.
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  { files: ['migrations/**/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['scripts/**/*.ts', '**/*.cli.ts', 'apps/**/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
);
