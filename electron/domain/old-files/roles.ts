import { type NamedFacts, namedFacts } from './names.ts'
import type { OldFile, OldFileRole, OldFilesFacts } from './old-files.ts'
import { noCounts } from './old-files.ts'

export type KnownFile = OldFile & {
  facts: OldFilesFacts
  named: NamedFacts
  kind: OldFilesFacts['kind']
}

/** Formats from the one that keeps most of what was written to the one that keeps least. */
const byRichness: readonly OldFilesFacts['format'][] = [
  'docx',
  'odt',
  'html',
  'md',
  'xlsx',
  'ods',
  'pdf',
  'csv',
  'txt',
  'eml',
  'msg',
  'ics',
]

/** A file with what its name says; null of one that was refused. */
export function knownFile(file: OldFile): KnownFile | null {
  const { facts } = file
  if (facts === null) return null
  const named = namedFacts(file.path)
  return { ...file, facts, named, kind: facts.kind === 'unknown' ? (named.kind ?? 'unknown') : facts.kind }
}

/** `agenda` with the items, `minutes` with what was said: either may be missing; one file may be both. */
export type MainFiles = { agenda: KnownFile | null; minutes: KnownFile | null }

export function mainFiles(files: readonly KnownFile[]): MainFiles {
  const best = (kinds: readonly OldFilesFacts['kind'][]) =>
    files.filter(({ kind }) => kinds.includes(kind)).sort(bestFirst)[0] ?? null
  return { agenda: best(['agenda', 'convocation']), minutes: best(['minutes']) }
}

/** The later version first, then what has items, then the richer format; by path among equals. */
function bestFirst(a: KnownFile, b: KnownFile): number {
  const items = (file: KnownFile) => (file.facts.counts.items > 0 ? 0 : 1)
  const rank = (file: KnownFile) => byRichness.indexOf(file.facts.format)
  return (
    items(a) - items(b) ||
    b.named.version - a.named.version ||
    rank(a) - rank(b) ||
    (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  )
}

/** In the order in which they are shown: what the meeting is made of first. */
export function rolesOf(files: readonly KnownFile[], { agenda, minutes }: MainFiles): OldFileRole[] {
  const mains = [agenda, minutes].filter((file) => file !== null)
  const contested = contestedFiles(files, mains)
  const roleOf = (file: KnownFile): OldFileRole['role'] => {
    if (mains.includes(file)) return 'main'
    const earlier = [...mains, ...files.slice(0, files.indexOf(file))]
    if (earlier.some(({ sha256 }) => sha256 === file.sha256)) return 'sameBytes'
    if (earlier.some((other) => other.facts.words === file.facts.words || isOtherFormat(other, file)))
      return 'sameDocument'
    return mains.some((main) => isSameSort(main, file)) ? 'older' : 'beside'
  }
  const order = ['main', 'older', 'sameDocument', 'sameBytes', 'beside']
  return files
    .map((file) => shown(file, { role: roleOf(file), isContested: contested.includes(file) }))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
}

/**
 * Papers of one sort that say different things of one meeting, of which no name says that it replaces the other; and minutes
 * that decide differently, whatever their names.
 */
function contestedFiles(files: readonly KnownFile[], mains: readonly KnownFile[]): KnownFile[] {
  return mains.flatMap((main) => {
    const others = files.filter(
      (file) =>
        file !== main &&
        isSameSort(main, file) &&
        file.facts.words !== main.facts.words &&
        differs(main, file),
    )
    return others.length === 0 ? [] : [main, ...others]
  })
}

function differs(main: KnownFile, file: KnownFile): boolean {
  if (main.kind === 'minutes' && isOther(main.facts.decided, file.facts.decided)) return true
  if (file.named.version < main.named.version || isOtherFormat(main, file)) return false
  // A letter without the agenda beside the agenda contradicts nothing.
  const isBare = file.facts.topics.length === 0 && file.facts.counts.decisions === 0
  return !isBare && (main.kind === 'minutes' || isOther(main.facts.topics, file.facts.topics))
}

const isOther = (own: readonly string[], their: readonly string[]) =>
  [...own].sort().join() !== [...their].sort().join()

/** The same name under another extension. */
function isOtherFormat(a: KnownFile, b: KnownFile): boolean {
  return a.named.stem === b.named.stem && a.facts.format !== b.facts.format && a.kind === b.kind
}

const isSameSort = (a: KnownFile, b: KnownFile) =>
  (a.kind === 'minutes') === (b.kind === 'minutes') && b.kind !== 'unknown'

function shown(
  { id, path, sizeBytes, kind, facts }: KnownFile,
  { role, isContested }: Pick<OldFileRole, 'role' | 'isContested'>,
): OldFileRole {
  return { id, path, sizeBytes, kind, format: facts.format, role, counts: facts.counts, isContested }
}

export function refusedRole({ id, path, sizeBytes }: OldFile): OldFileRole {
  return {
    id,
    path,
    sizeBytes,
    kind: 'unknown',
    format: null,
    role: 'beside',
    counts: noCounts,
    isContested: false,
  }
}
