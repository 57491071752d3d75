// The files that may be changed on purpose. Migrations are history, and never change.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export function sources(root: string): Map<string, string> {
  const paths = globSync('electron/**/*.ts', { cwd: root })
    .filter((path) => !path.includes('/migrations/'))
    .sort()
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

/** The one file that holds a text, once. @throws when it stands nowhere, or in several places. */
export function fileWith(
  files: ReadonlyMap<string, string>,
  text: string,
  beside = '',
): [path: string, text: string] {
  const places = [...files]
    .filter(([, whole]) => whole.includes(beside))
    .flatMap((file) => Array.from({ length: file[1].split(text).length - 1 }, () => file))
  const [place] = places
  if (place === undefined || places.length > 1)
    throw new Error(`stands ${places.length} times in the sources, not once: ${text}`)
  return place
}
