// Relationships between the parts of an Office file: ECMA-376 part 2.
import type { Archive } from './archive.ts'
import { readXml } from './xml.ts'

/** Target and kind of one relationship; `target` is a part name, or an address when `external`. */
export type Relationship = { type: string; target: string; external: boolean }

/** Relationships of a part ('' for the whole package), by id; none when it has no list. */
export function relationshipsOf(archive: Archive, part: string): Map<string, Relationship> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const found = new Map<string, Relationship>()
  const bytes = archive.read(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  if (bytes === null) return found
  readXml(bytes, ['Relationship'], ({ attributes }) => {
    const target = attributes.Target ?? ''
    const external = attributes.TargetMode === 'External'
    found.set(attributes.Id ?? '', {
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: external ? target : resolve(folder, target),
      external,
    })
    return undefined
  })
  return found
}

/** Part of the main document, or null when the package does not say. */
export function mainPart(archive: Archive): string | null {
  for (const relationship of relationshipsOf(archive, '').values()) {
    if (relationship.type === 'officeDocument') return relationship.target
  }
  return null
}

/** Bytes of the first part related in one way ("styles", "numbering"…), or null. */
export function relatedPart(
  archive: Archive,
  relationships: ReadonlyMap<string, Relationship>,
  type: string,
): Uint8Array | null {
  for (const relationship of relationships.values()) {
    if (relationship.type === type && !relationship.external) return archive.read(relationship.target)
  }
  return null
}

/** A target is relative to the folder of its part, or absolute in the package. */
function resolve(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
