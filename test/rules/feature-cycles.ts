import type { IModule } from 'dependency-cruiser'

/**
 * Circles between the folders of features, of either tree; no file need import itself for two features to need each other.
 * @returns one line a circle, its names in the order of the imports: `electron/features: a → b → a`.
 */
export function featureCycles(modules: readonly IModule[]): string[] {
  return ['electron/features', 'renderer/features'].flatMap((tree) => {
    const needs = new Map<string, Set<string>>()
    for (const { source, dependencies } of modules)
      for (const { resolved } of dependencies) {
        const [from, to] = [wordOf(tree, source), wordOf(tree, resolved)]
        if (from !== null && to !== null && from !== to)
          needs.set(from, (needs.get(from) ?? new Set()).add(to))
      }
    return circles(needs).map((names) => `${tree}: ${names.join(' → ')}`)
  })
}

/** The feature of a file inside its folder; null for what lies beside the folders. */
function wordOf(tree: string, path: string): string | null {
  const [word, inside] = path.startsWith(`${tree}/`) ? path.slice(tree.length + 1).split('/') : []
  return word === undefined || inside === undefined ? null : word
}

function circles(needs: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  const visit = (word: string, path: readonly string[]) => {
    const at = path.indexOf(word)
    if (at >= 0) found.push([...path.slice(at), word])
    if (at >= 0 || done.has(word)) return
    for (const next of [...(needs.get(word) ?? [])].sort()) visit(next, [...path, word])
    done.add(word)
  }
  for (const word of [...needs.keys()].sort()) visit(word, [])
  return found
}
