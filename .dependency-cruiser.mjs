// Directions: who may import whom. Each rule has a planted violation in test/rules/boundaries.test.ts.

/** A package, wherever it is installed; an unresolved name counts too. @param {string} name */
const npm = (name) => `(^|/)node_modules/${name}/|^${name}$`

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'renderer-to-contract-and-domain-only',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|scripts|test)/', pathNot: '^electron/(contract|domain)/' },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-to-zod-and-itself-only',
      severity: 'error',
      from: { path: '^electron/domain/' },
      to: { pathNot: `^electron/domain/|${npm('zod')}` },
    },
    {
      name: 'contract-to-domain-and-zod-only',
      severity: 'error',
      from: { path: '^electron/contract/' },
      to: { pathNot: `^electron/(contract|domain)/|${npm('zod')}` },
    },
    {
      name: 'electron-in-shell-only',
      severity: 'error',
      from: {
        path: '^(electron|renderer)/',
        pathNot: '^electron/(shell/|main\\.ts$|preload\\.ts$)',
      },
      to: { path: npm('electron(-33|-log|-updater)?') },
    },
    {
      name: 'shell-to-contract-only',
      severity: 'error',
      from: { path: '^electron/(shell/|main\\.ts$|preload\\.ts$)' },
      to: {
        path: '^electron/',
        // who.ts: a leaf over node:os that the shell and the command line share; office: programs that both start.
        pathNot: '^electron/(shell|office|contract|domain)/|^electron/(main|preload|who)\\.ts$',
      },
    },
    {
      name: 'nothing-to-shell',
      severity: 'error',
      from: { path: '^(electron|renderer)/', pathNot: '^electron/(shell/|main\\.ts$|preload\\.ts$)' },
      to: { path: '^electron/(shell/|main\\.ts$|preload\\.ts$)' },
    },
    {
      name: 'sqlite-in-db-only',
      severity: 'error',
      from: { path: '^(electron|renderer)/', pathNot: '^electron/db/' },
      to: { path: npm('better-sqlite3') },
    },
    {
      name: 'kysely-in-db-and-features-only',
      severity: 'error',
      from: { path: '^(electron|renderer)/', pathNot: '^electron/(db|features)/' },
      to: { path: npm('kysely') },
    },
    {
      name: 'db-to-contract-and-domain-only',
      severity: 'error',
      from: { path: '^electron/db/' },
      to: { path: '^electron/', pathNot: '^electron/(db|contract|domain)/' },
    },
    {
      name: 'documents-to-contract-and-domain-only',
      severity: 'error',
      from: { path: '^electron/documents/' },
      to: { path: '^electron/', pathNot: '^electron/(documents|contract|domain)/' },
    },
    {
      name: 'imports-to-contract-and-domain-only',
      severity: 'error',
      from: { path: '^electron/imports/' },
      to: { path: '^electron/', pathNot: '^electron/(imports|contract|domain)/' },
    },
    {
      name: 'office-to-itself-only',
      severity: 'error',
      from: { path: '^electron/office/' },
      to: { path: '^electron/', pathNot: '^electron/office/' },
    },
    {
      name: 'mail-to-contract-and-domain-only',
      severity: 'error',
      from: { path: '^electron/mail/' },
      to: { path: '^electron/', pathNot: '^electron/(mail|contract|domain)/' },
    },
    {
      // Nothing else ever reaches a network, and no start of the application loads what could.
      name: 'network-in-mail-only',
      severity: 'error',
      from: { path: '^(electron|renderer)/', pathNot: '^electron/mail/' },
      to: {
        path: `^(node:)?(net|tls|http|https|http2|dgram|dns)(/|$)|${npm('imapflow')}|(^|/)nodemailer/(dist/esm/|lib/)smtp`,
      },
    },
    {
      name: 'mail-by-its-job-only',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(mail/|jobs/workers\\.ts$)' },
      to: { path: '^electron/mail/' },
    },
    {
      // A job gets bytes, a finished backup or copies of damaged files: of db/ it may only use the check of a copy, its
      // encrypting and opening, the reading of damaged ones and the naming of failures, of features/ the making and the
      // taking of a profile, which read and make finished backups, and the counting, finishing and merging of copies, each
      // in a folder of its own; and the gathering of old files into the store beside the data.
      name: 'jobs-without-live-database',
      severity: 'error',
      from: { path: '^electron/(jobs/|job\\.ts$)' },
      to: {
        path: '^electron/(db|features)/',
        pathNot:
          '^electron/(db/((copies|encryption|merge|salvage)/|files/kept-files\\.ts$|translate-error\\.ts$)|features/(backups/profile/(write|read)-profile|imports/old-files/gather)\\.ts$)',
      },
    },
    {
      name: 'finished-backups-without-writer',
      severity: 'error',
      from: {
        path: '^electron/(db/((copies|encryption|salvage)/|search/word-index\\.ts$)|features/backups/profile/)',
      },
      to: { path: '^electron/db/(desk/desk|journal/journal|lock|open)\\.ts$' },
    },
    {
      // A feature gives others what its index.ts lists; the tables that put features together look inside.
      name: 'features-by-their-doors',
      severity: 'error',
      from: { path: '^(electron|renderer)/features/([^/]+)/' },
      to: {
        path: '^$1/features/[^/]+/',
        pathNot: '^$1/features/($2/|reads/|[^/]+/index\\.ts$)',
      },
    },
    {
      name: 'reads-below-features',
      severity: 'error',
      from: { path: '^electron/features/reads/' },
      to: { path: '^electron/features/[^/]+/', pathNot: '^electron/features/reads/' },
    },
    {
      name: 'parts-below-features',
      severity: 'error',
      from: { path: '^renderer/parts/' },
      to: { path: '^renderer/features/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(features|parts|app)/' },
    },
    {
      name: 'acts-know-no-feature',
      severity: 'error',
      from: { path: '^renderer/acts/' },
      to: { path: '^renderer/(features|parts|app)/' },
    },
    {
      name: 'ui-without-acts',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/acts/' },
    },
    {
      name: 'api-and-text-below-screens',
      severity: 'error',
      from: { path: '^renderer/(api|text)/' },
      to: { path: '^renderer/(features|parts|ui)/' },
    },
    {
      name: 'code-without-tests',
      severity: 'error',
      from: { path: '^(electron|renderer)/' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json', '.d.ts'],
    },
  },
}
