import type { CoreEvent } from '../contract/index.ts'
import type { RunJob } from '../contract/wire.ts'
import type { Settled } from '../domain/managed/policies.ts'

export type CoreOptions = {
  dataFolder: string
  /** Printed in the journal: who wrote. */
  who: string
  /** What the administration of this machine has settled; nothing when it is not said. */
  settled?: Settled
  /** Makes a new database although there was one: asked for by a person who saw what is left of it. */
  mayStartEmpty?: boolean
  /** Examines everything before the data are opened: something of them could not be read. */
  mustBeWhole?: boolean
  /** The password of an account of a team's base; where none is known, the engine's own file of passwords is asked. */
  teamPassword?: (account: string) => Promise<string | null>
  runJob: RunJob
  emit: (event: CoreEvent) => void
  log: (line: string, thrown?: unknown) => void
  /** The administration settles where the data are, and was not understood: nothing is opened, made or brought. */
  isPlaceUnsure?: boolean
  /** The time that everything in the core goes by; the machine's when it is not said. */
  clock?: () => Date
  /** Parses every output too: for the tests, and for whoever doubts a handler. */
  checkOutputs?: boolean
}

/** The one clock of a core. */
export function clockOf({ clock }: Pick<CoreOptions, 'clock'>): () => Date {
  return clock ?? (() => new Date())
}
