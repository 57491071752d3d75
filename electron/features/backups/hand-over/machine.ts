// The name of this desk towards the others is made on first use, and anew when the data folder is found on another
// machine.
import { hostname } from 'node:os'
import type { Desk } from '../../../db/desk/desk.ts'
import type { Machine } from '../../../domain/data/hand-over.ts'
import type { LongContext } from '../../context.ts'
import { newId } from '../../new-id.ts'

/** Being made, by data folder: two calls at once must not make two machines of one. */
const making = new Map<string, Promise<Machine>>()

/** This desk. */
export function thisMachine(
  context: Pick<LongContext, 'desk' | 'setDesk' | 'now' | 'ownFolder'>,
): Promise<Machine> {
  const known = context.desk.machine
  if (known !== null && known.host === hostname()) return Promise.resolve({ id: known.id, name: known.name })
  const made = making.get(context.ownFolder) ?? makeMachine(context, known)
  making.set(context.ownFolder, made)
  // One that could not be kept (a full disk) is made anew when it is next asked for.
  made.catch(() => making.delete(context.ownFolder))
  return made
}

async function makeMachine(
  { setDesk, now }: Pick<LongContext, 'setDesk' | 'now'>,
  known: Desk['machine'],
): Promise<Machine> {
  const machine = { id: newId(now), host: hostname(), name: nameOfMachine(known) }
  await setDesk({ machine })
  return { id: machine.id, name: machine.name }
}

/** Gives this desk the name that the others read. */
export async function nameMachine(
  context: Pick<LongContext, 'desk' | 'setDesk' | 'now' | 'ownFolder'>,
  name: string,
): Promise<void> {
  const { id } = await thisMachine(context)
  await context.setDesk({ machine: { id, host: hostname(), name } })
}

/** The machine's own name until somebody gives it another. */
export function nameOfMachine(machine: Desk['machine']): string {
  return (machine?.name ?? hostname()).slice(0, 80)
}
