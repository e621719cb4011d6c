/** The rings of the house as rules: what each may import, and that nothing goes round in circles. */
const spec = '(\\.spec|-spec)\\.ts$';
const npm = (...names) => names.map((name) => `^node_modules/${name}(/|$)`);

/** A ring may import what is listed and nothing else, be it of the project, of Node or of npm. */
const ring = (name, from, to, why) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: from, pathNot: spec },
  to: { pathNot: to },
});

module.exports = {
  forbidden: [
    ring(
      'domain-imports-only-itself',
      '^libs/domain/',
      ['^libs/domain/'],
      'Rules know no framework, no Node, no clock.',
    ),
    ring(
      'use-cases-know-domain-alone',
      '^libs/use-cases/',
      ['^libs/(use-cases|domain)/', ...npm('@nestjs/common')],
      'A use case declares the ports it needs and is injected by Nest; it knows no database, queue or transport.',
    ),
    {
      name: 'store-knows-domain-and-ports',
      comment: 'Rows and repositories serve use-case ports; they know no other ring.',
      severity: 'error',
      from: { path: '^libs/store/', pathNot: spec },
      to: { path: '^(libs/(jobs|documents|platform)|apps|test|scripts)/', pathNot: '^libs/platform/config/' },
    },
    {
      name: 'settings-only-from-modules',
      comment: 'A repository is given its connection; only the module that wires it reads the settings.',
      severity: 'error',
      from: { path: '^libs/(store|jobs|documents)/', pathNot: ['\\.module\\.ts$', spec] },
      to: { path: '^libs/platform/config/' },
    },
    {
      name: 'jobs-know-domain-and-ports',
      comment: 'Queues carry ids; what a job does is a use case.',
      severity: 'error',
      from: { path: '^libs/jobs/', pathNot: spec },
      to: { path: '^(libs/(store|documents|platform)|apps|test|scripts)/', pathNot: '^libs/platform/config/' },
    },
    {
      name: 'documents-are-made-of-what-is-released',
      comment: 'A document never fetches: it is given what the gate released.',
      severity: 'error',
      from: { path: '^libs/documents/', pathNot: spec },
      to: { path: '^(libs/(store|jobs|platform)|apps|test|scripts)/' },
    },
    {
      name: 'platform-serves-ports',
      comment: 'Clock, log, crypto and mail serve ports; they know no store and no queue.',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: spec },
      to: { path: '^(libs/(store|jobs|documents)|apps|test|scripts)/' },
    },
    {
      name: 'store-only-from-modules',
      comment: 'A resolver or processor that reached into the store would pass by the gate; modules wire it.',
      severity: 'error',
      from: { path: '^apps/(api|worker)/', pathNot: ['\\.module\\.ts$', spec] },
      to: { path: '^(libs/store|migrations)/' },
    },
    {
      name: 'only-use-cases-open-the-gate',
      comment: 'Only what decides, writes the ledger and decrypts in that order may hold the key.',
      severity: 'error',
      from: { pathNot: ['^libs/use-cases/', '^test/', spec] },
      to: { path: '^libs/use-cases/gate/open' },
    },
    {
      name: 'apps-are-apart',
      comment: 'What two apps need belongs to a library.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: spec },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'web-knows-domain-and-graphql-alone',
      comment: 'The browser gets rules and generated types; everything else comes over GraphQL.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: spec },
      to: { path: '^(libs/(use-cases|store|jobs|documents|platform)|migrations|test|scripts)/' },
    },
    {
      name: 'family-is-small',
      comment:
        'An old telephone on a slow network downloads the family’s pages, and no shell, kit or client of the staff.',
      severity: 'error',
      from: { path: '^apps/web/src/(family|almanac|drawing)/', pathNot: spec },
      to: {
        path: ['^apps/web/src/', '^node_modules/'],
        pathNot: [
          '^apps/web/src/(family|almanac|design|drawing)/',
          '^apps/web/src/e-id/texts\\.',
          '^apps/web/src/elements/(houses\\.ts|Button\\.css)$',
          '^apps/web/src/live/patience\\.ts$',
          '^apps/web/src/demonstration/demonstration\\.ts$',
          '^apps/web/src/graphql/(page-language\\.ts|refusal\\.ts|generated/family/)',
          ...npm(
            'react',
            'react-dom',
            '@types/react',
            '@types/react-dom',
            'lucide-react',
            'uqr',
            '@graphql-typed-document-node',
            // Only when the page already stands there (family/news-line.ts).
            'socket.io-client',
          ),
        ],
      },
    },
    {
      name: 'program-imports-no-test',
      severity: 'error',
      comment: 'What only a test needs is not part of the program.',
      from: { path: '^(apps|libs|migrations)/', pathNot: spec },
      to: { path: [spec, '^test/'] },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other while running are one file, or lack a third; types are erased.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-resolves',
      comment: 'A rule about a file that is not found would never strike.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^[#.]' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'module', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
    skipAnalysisNotInRules: true,
  },
};
