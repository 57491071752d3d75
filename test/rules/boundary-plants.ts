type Plant = {
  readonly files: Readonly<Record<string, string>>
  /** The file that must be reported. */
  readonly from: string
  /** A file that does almost the same and is allowed. */
  readonly innocent?: string
}

const value = 'export const value = 1\n'
const importing = (path: string) => `import { value } from '${path}'\nexport const used = value\n`
const stub = (name: string) => ({
  [`node_modules/${name}/package.json`]: `{"name":"${name}","version":"1.0.0","main":"index.js"}`,
  [`node_modules/${name}/index.js`]: value,
})

/** By the name of the rule. */
export const violations: Readonly<Record<string, Plant>> = {
  'no-cycles': {
    files: {
      'electron/domain/a.ts': importing('./b.ts'),
      'electron/domain/b.ts': `import type { used } from './a.ts'\nexport const value = 1 as typeof used\n`,
    },
    from: 'electron/domain/a.ts',
  },
  'imports-resolve': {
    files: { 'renderer/a.ts': importing('./missing.ts') },
    from: 'renderer/a.ts',
  },
  'renderer-to-contract-and-domain-only': {
    files: {
      'electron/db/open.ts': value,
      'electron/domain/ids.ts': value,
      'renderer/a.ts': importing('../electron/db/open.ts'),
      'renderer/b.ts': importing('../electron/domain/ids.ts'),
    },
    from: 'renderer/a.ts',
    innocent: 'renderer/b.ts',
  },
  'renderer-without-node': {
    files: { 'renderer/a.ts': `import { join } from 'node:path'\nexport const used = join('a', 'b')\n` },
    from: 'renderer/a.ts',
  },
  'domain-to-zod-and-itself-only': {
    files: {
      ...stub('zod'),
      'electron/contract/errors.ts': value,
      'electron/domain/a.ts': importing('../contract/errors.ts'),
      'electron/domain/b.ts': importing('zod'),
    },
    from: 'electron/domain/a.ts',
    innocent: 'electron/domain/b.ts',
  },
  'contract-to-domain-and-zod-only': {
    files: {
      ...stub('zod'),
      'electron/contract/a.ts': `import { readFileSync } from 'node:fs'\nexport const used = readFileSync\n`,
      'electron/contract/b.ts': importing('zod'),
    },
    from: 'electron/contract/a.ts',
    innocent: 'electron/contract/b.ts',
  },
  'electron-in-shell-only': {
    files: {
      ...stub('electron'),
      'electron/features/a.ts': importing('electron'),
      'electron/shell/b.ts': importing('electron'),
    },
    from: 'electron/features/a.ts',
    innocent: 'electron/shell/b.ts',
  },
  'shell-to-contract-only': {
    files: {
      'electron/features/core.ts': value,
      'electron/contract/index.ts': value,
      'electron/shell/a.ts': importing('../features/core.ts'),
      'electron/shell/b.ts': importing('../contract/index.ts'),
    },
    from: 'electron/shell/a.ts',
    innocent: 'electron/shell/b.ts',
  },
  'nothing-to-shell': {
    files: {
      'electron/shell/window.ts': value,
      'electron/features/a.ts': importing('../shell/window.ts'),
      'electron/main.ts': importing('./shell/window.ts'),
    },
    from: 'electron/features/a.ts',
    innocent: 'electron/main.ts',
  },
  'sqlite-in-db-only': {
    files: {
      ...stub('better-sqlite3'),
      'electron/features/a.ts': importing('better-sqlite3'),
      'electron/db/b.ts': importing('better-sqlite3'),
    },
    from: 'electron/features/a.ts',
    innocent: 'electron/db/b.ts',
  },
  'kysely-in-db-and-features-only': {
    files: {
      ...stub('kysely'),
      'electron/documents/a.ts': importing('kysely'),
      'electron/features/b.ts': importing('kysely'),
    },
    from: 'electron/documents/a.ts',
    innocent: 'electron/features/b.ts',
  },
  'db-to-contract-and-domain-only': {
    files: { 'electron/features/core.ts': value, 'electron/db/a.ts': importing('../features/core.ts') },
    from: 'electron/db/a.ts',
  },
  'documents-to-contract-and-domain-only': {
    files: { 'electron/db/open.ts': value, 'electron/documents/a.ts': importing('../db/open.ts') },
    from: 'electron/documents/a.ts',
  },
  'imports-to-contract-and-domain-only': {
    files: {
      'electron/documents/model.ts': value,
      'electron/imports/a.ts': importing('../documents/model.ts'),
    },
    from: 'electron/imports/a.ts',
  },
  'office-to-itself-only': {
    files: {
      'electron/office/programs.ts': value,
      'electron/domain/ids.ts': value,
      'electron/office/a.ts': importing('../domain/ids.ts'),
      'electron/office/b.ts': importing('./programs.ts'),
    },
    from: 'electron/office/a.ts',
    innocent: 'electron/office/b.ts',
  },
  'mail-to-contract-and-domain-only': {
    files: {
      'electron/db/open.ts': value,
      'electron/domain/ids.ts': value,
      'electron/mail/a.ts': importing('../db/open.ts'),
      'electron/mail/b.ts': importing('../domain/ids.ts'),
    },
    from: 'electron/mail/a.ts',
    innocent: 'electron/mail/b.ts',
  },
  'network-in-mail-only': {
    files: {
      'electron/features/a.ts': `import { connect } from 'node:net'\nexport const used = connect\n`,
      'electron/mail/b.ts': `import { connect } from 'node:net'\nexport const used = connect\n`,
    },
    from: 'electron/features/a.ts',
    innocent: 'electron/mail/b.ts',
  },
  'mail-by-its-job-only': {
    files: {
      'electron/mail/send.ts': value,
      'electron/features/a.ts': importing('../mail/send.ts'),
      'electron/jobs/workers.ts': importing('../mail/send.ts'),
    },
    from: 'electron/features/a.ts',
    innocent: 'electron/jobs/workers.ts',
  },
  'jobs-without-live-database': {
    files: {
      'electron/db/open.ts': value,
      'electron/db/copies/check.ts': value,
      'electron/jobs/a.ts': importing('../db/open.ts'),
      'electron/job.ts': importing('./db/copies/check.ts'),
    },
    from: 'electron/jobs/a.ts',
    innocent: 'electron/job.ts',
  },
  'finished-backups-without-writer': {
    files: { 'electron/db/open.ts': value, 'electron/db/copies/check.ts': importing('../open.ts') },
    from: 'electron/db/copies/check.ts',
  },
  'acts-know-no-feature': {
    files: {
      'renderer/features/home/acts.ts': value,
      'renderer/acts/a.ts': importing('../features/home/acts.ts'),
      'renderer/app/b.ts': importing('../features/home/acts.ts'),
    },
    from: 'renderer/acts/a.ts',
    innocent: 'renderer/app/b.ts',
  },
  'ui-without-acts': {
    files: {
      'renderer/acts/act.ts': value,
      'renderer/ui/a.ts': importing('../acts/act.ts'),
      'renderer/app/b.ts': importing('../acts/act.ts'),
    },
    from: 'renderer/ui/a.ts',
    innocent: 'renderer/app/b.ts',
  },
  'features-by-their-doors': {
    files: {
      'electron/features/agenda/items.ts': value,
      'electron/features/agenda/index.ts': `export { value } from './items.ts'\n`,
      'electron/features/watch/a.ts': importing('../agenda/items.ts'),
      'electron/features/watch/b.ts': importing('../agenda/index.ts'),
    },
    from: 'electron/features/watch/a.ts',
    innocent: 'electron/features/watch/b.ts',
  },
  'reads-below-features': {
    files: {
      'electron/features/agenda/index.ts': value,
      'electron/features/reads/a.ts': importing('../agenda/index.ts'),
      'electron/features/context.ts': value,
      'electron/features/reads/b.ts': importing('../context.ts'),
    },
    from: 'electron/features/reads/a.ts',
    innocent: 'electron/features/reads/b.ts',
  },
  'parts-below-features': {
    files: {
      'renderer/features/watch/index.ts': value,
      'renderer/parts/a.ts': importing('../features/watch/index.ts'),
    },
    from: 'renderer/parts/a.ts',
  },
  'ui-knows-no-feature': {
    files: {
      'renderer/features/home/home.ts': value,
      'renderer/ui/a.ts': importing('../features/home/home.ts'),
      'renderer/app/b.ts': importing('../features/home/home.ts'),
    },
    from: 'renderer/ui/a.ts',
    innocent: 'renderer/app/b.ts',
  },
  'api-and-text-below-screens': {
    files: { 'renderer/ui/Button.ts': value, 'renderer/api/a.ts': importing('../ui/Button.ts') },
    from: 'renderer/api/a.ts',
  },
  'code-without-tests': {
    files: {
      'test/fixtures/sample.ts': value,
      'electron/features/a.ts': importing('../../test/fixtures/sample.ts'),
    },
    from: 'electron/features/a.ts',
  },
}
