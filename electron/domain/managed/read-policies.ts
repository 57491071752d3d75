import {
  type Policy,
  type PolicyFault,
  type PolicyKey,
  policies,
  policyKeys,
  type Settled,
} from './policies.ts'

/** What a folder is understood by. */
type Machine = {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly isAbsolute: (path: string) => boolean
}

/** One of the places where the administration of a machine may say something. */
type Place = { readonly name: string; readonly read: () => Readonly<Record<string, unknown>> }

/** What all of them say, the later above the earlier. One that cannot be read takes no other with it. */
export function readPlaces(places: readonly Place[]): {
  raw: Record<string, unknown>
  faults: PolicyFault[]
} {
  const raw: Record<string, unknown> = {}
  const faults: PolicyFault[] = []
  for (const { name, read } of places)
    try {
      Object.assign(raw, read())
    } catch {
      faults.push({ key: name, rule: 'unreadable' })
    }
  return { raw, faults }
}

/**
 * Whether it is settled where the data are, and not known where: other data than those would be opened, or made. Names of
 * the registry are the same in any case.
 */
export function isPlaceUnsure({
  settled,
  faults,
}: {
  settled: Settled
  faults: readonly PolicyFault[]
}): boolean {
  return faults.some(
    ({ key, rule }) =>
      key.toLowerCase() === ('DataFolder' satisfies PolicyKey).toLowerCase() ||
      (rule === 'unreadable' && settled.DataFolder === undefined),
  )
}

/** Reads each value on its own: a wrong one takes none of the others with it. */
export function readPolicies(
  raw: Readonly<Record<string, unknown>>,
  machine: Machine,
): { settled: Settled; faults: PolicyFault[] } {
  const settled: Record<string, unknown> = {}
  const faults: PolicyFault[] = []
  for (const [key, given] of Object.entries(raw)) {
    // A file of ours names its schema.
    if (key === '$schema') continue
    if (!isPolicyKey(key)) {
      faults.push({ key, rule: 'unknown' })
      continue
    }
    const policy: Policy = policies[key]
    const read = policy.value.safeParse(meant(policy, given, machine))
    if (read.success) settled[key] = read.data
    else faults.push({ key, rule: policy.type })
  }
  // Each value was parsed by its own shape; a record filled by its keys cannot say so.
  return { settled: settled as Settled, faults }
}

export function isPolicyKey(key: string): key is PolicyKey {
  return (policyKeys as readonly string[]).includes(key)
}

/** The value as it is meant: the registry has no booleans, and a number may come as words; undefined when it means nothing. */
function meant(policy: Policy, given: unknown, machine: Machine): unknown {
  switch (policy.type) {
    case 'switch':
      return switches.get(given)
    case 'number':
      return typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : given
    case 'extensions':
      return extensions(given)
    case 'folder':
      return typeof given === 'string' ? folder(given.trim(), machine) : undefined
    default:
      return typeof given === 'string' ? given.trim() : undefined
  }
}

const switches: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ['1', true],
  ['true', true],
  [false, false],
  [0, false],
  ['0', false],
  ['false', false],
])

function extensions(given: unknown): unknown {
  const all = typeof given === 'string' ? given.split(/[\s,;]+/).filter((one) => one !== '') : given
  if (!Array.isArray(all)) return undefined
  return all.map((one) =>
    typeof one === 'string'
      ? one
          .trim()
          .replace(/^\*?\./, '')
          .toLowerCase()
      : one,
  )
}

/** With its variables replaced; undefined when one is not known, or when the path is not complete. */
function folder(given: string, { environment, isAbsolute }: Machine): string | undefined {
  let isKnown = true
  const path = given.replace(/%([A-Za-z_][A-Za-z0-9_()]*)%/g, (_, name: string) => {
    const value = environment[name]
    if (value === undefined || value === '') isKnown = false
    return value ?? ''
  })
  return isKnown && isAbsolute(path) ? path : undefined
}
