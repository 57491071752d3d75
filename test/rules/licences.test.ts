import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  importedPackages,
  isAllowed,
  packagedPackages,
  readLockfile,
  refused,
} from '../../scripts/licences.ts'
import { root, trackedPaths } from './tracked.ts'

describe('packages in the application', () => {
  const packages = packagedPackages(readLockfile(), importedPackages())
  const names = packages.map(({ name }) => name)

  it('all have an allowed licence', () => {
    expect(refused(packages)).toEqual([])
  })

  it('were all found: bundled ones, native ones of every platform, and what they need', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'better-sqlite3',
        'electron',
        'react',
        'react-dom',
        'scheduler',
        'zod',
        'dictionary-fr',
        'hunspell-wasm',
        '@myriaddreamin/typst-ts-node-compiler',
        '@myriaddreamin/typst-ts-node-compiler-win32-x64-msvc',
      ]),
    )
    expect(names).not.toContain('vitest')
  })
})

describe('the rule', () => {
  const locked = (license: string | undefined) => ({
    packages: {
      '': { dependencies: { outer: '1.0.0' } },
      'node_modules/outer': { version: '1.0.0', license: 'MIT', dependencies: { inner: '2.0.0' } },
      'node_modules/outer/node_modules/inner': {
        version: '2.0.0',
        ...(license === undefined ? {} : { license }),
      },
    },
  })

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0',
    'SSPL-1.0',
    'MIT AND GPL-2.0',
    'UNLICENSED',
    'SEE LICENSE IN x',
    undefined,
  ])('reports a planted package under %s', (licence) => {
    expect(refused(packagedPackages(locked(licence), []))).toEqual([
      `inner 2.0.0: ${licence ?? 'no licence'}`,
    ])
  })

  it.each(['MIT', '(MIT OR GPL-3.0)', 'MIT AND OFL-1.1', 'MPL-2.0'])('accepts %s', (licence) => {
    expect(isAllowed(licence)).toBe(true)
  })
})

describe('our own licence', () => {
  it('is the whole text of EUPL-1.2, and package.json says so', () => {
    const text = readFileSync(join(root, 'LICENSE'), 'utf8')
    expect(text).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/)
    expect(text).toContain('15.Applicable Law')
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '57fb42fbcd0b037ce528ed8f72f1ec095d67bc6825ecf1448ff39be1fe68a4b4',
    )
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).license).toBe('EUPL-1.2')
  })

  it('comes with that of each typeface', () => {
    const fonts = trackedPaths().filter((path) => /\.(ttf|otf|woff2?)$/.test(path))
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) {
      const beside = trackedPaths().filter((path) =>
        path.startsWith(font.slice(0, font.lastIndexOf('/') + 1)),
      )
      expect(beside.some((path) => /OFL.*\.txt$/i.test(path))).toBe(true)
    }
  })
})
