/** Jest runs TypeScript as ES modules: one project per kind of proof, so that each can be run alone. */
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
  },
];

/** Suites whose files start the program: they share its modules, a worker at a time. */
const natively = { testRunner: '<rootDir>/test/runner/run-natively.mjs' };

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#(domain|use-cases|store|jobs|documents|platform)/(.*)\\.js$': '<rootDir>/libs/$1/$2',
    '^#(api|worker|demo)/(.*)\\.js$': '<rootDir>/apps/$1/$2',
    '^#migrations/(.*)\\.js$': '<rootDir>/migrations/$1',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  ...more,
});

export default {
  // Long enough for a busy machine: what a test promises of time it asserts itself, by the server's or the page's clock.
  testTimeout: 30_000,
  projects: [
    project('domain', ['<rootDir>/libs/domain/**/*.spec.ts']),
    project('libs', ['<rootDir>/{libs,apps}/!(domain|web)/**/*.spec.ts']),
    project('web', ['<rootDir>/apps/web/src/**/*.spec.ts']),
    project('architecture', ['<rootDir>/test/architecture/**/*.spec.ts']),
    project('db', ['<rootDir>/test/db/**/*.db-spec.ts'], {
      ...natively,
      globalSetup: '<rootDir>/test/support/cluster.mjs',
    }),
    project('e2e', ['<rootDir>/test/e2e/**/*.e2e-spec.ts'], {
      ...natively,
      globalSetup: '<rootDir>/test/support/cluster.mjs',
    }),
    project('browser', ['<rootDir>/test/browser/**/*.browser-spec.ts'], {
      ...natively,
      globalSetup: '<rootDir>/test/support/cluster.mjs',
    }),
    project('attack', ['<rootDir>/test/attack/**/*.attack-spec.ts'], {
      ...natively,
      globalSetup: '<rootDir>/test/support/cluster.mjs',
    }),
    project('fault', ['<rootDir>/test/fault/**/*.fault-spec.ts'], {
      ...natively,
      globalSetup: '<rootDir>/test/support/cluster.mjs',
    }),
  ],
};
