// The parts of the application as a CycloneDX list, on standard output: what may be packaged, from the lockfile. npm run sbom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importedPackages, packagedPackages, readLockfile } from './licences.ts'
import { root } from './pinned-node.mjs'

/** CycloneDX 1.6; the same lockfile always gives the same list. */
export function billOfMaterials(): object {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const self = `pkg:npm/${name}@${version}`
  const components = packagedPackages(readLockfile(), importedPackages()).map((part) => {
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
