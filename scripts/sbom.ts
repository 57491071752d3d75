// The parts of the application as a CycloneDX list, on standard output: what may be packaged, from the lockfile. npm run sbom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importedPackages, type Packaged, packagedPackages, readLockfile } from './licences.ts'
import { root } from './pinned-node.mjs'

/** Those that lie among the resources, by the table of where each of them came from. */
function packagedFonts(): Packaged[] {
  const path = 'resources/fonts/README.md'
  const table = readFileSync(join(root, path), 'utf8')
  return [...table.matchAll(/^\|.*\| `(@[\w./-]+)` (\d[\w.]*) \|/gm)].map(([, name = '', version = '']) => ({
    path,
    name,
    version,
    licence: 'OFL-1.1',
  }))
}

/** CycloneDX 1.6; the same lockfile always gives the same list. */
export function billOfMaterials(): object {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const self = `pkg:npm/${name}@${version}`
  const parts = [...packagedPackages(readLockfile(), importedPackages()), ...packagedFonts()]
  const components = parts.map((part) => {
    const purl = `pkg:npm/${part.name.replace('@', '%40')}@${part.version}`
    return {
      type: 'library',
      'bom-ref': purl,
      name: part.name,
      version: part.version,
      purl,
      licenses: [{ expression: part.licence }],
    }
  })
  const unique = [...new Map(components.map((part) => [part.purl, part])).values()]
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name,
        version,
        purl: self,
        licenses: [{ expression: 'EUPL-1.2' }],
      },
    },
    components: unique.sort((a, b) => (a.purl < b.purl ? -1 : 1)),
    dependencies: [{ ref: self, dependsOn: unique.map(({ purl }) => purl) }],
  }
}

if (import.meta.main) console.log(JSON.stringify(billOfMaterials(), null, 2))
