// Journey: what the acts of one desk have in hand, and what several of them need.
import { addDays, civilDate } from '../../../electron/domain/civil-date.ts'
import { newId } from '../../../electron/features/new-id.ts'
import type { ChildCore } from '../child-core.ts'
import type { Dice } from '../dice.ts'
import type { Colleague } from './colleague.ts'
import type { Ledger, State } from './ledger.ts'
import { outline } from './seen.ts'

export type Journey = {
  /** What is asked: a core in a process of its own, or the core behind a window. */
  readonly core: Pick<ChildCore, 'call' | 'internal'>
  readonly ledger: Ledger
  readonly dice: Dice
  /** Where documents are saved; the ledger names what is under `root`. */
  readonly root: string
  /** The desk that the hand is passed to, through the folder that both share. */
  readonly colleague: Colleague
  /** The meeting whose minutes are written, and the one that is held live. */
  readonly main: Named
  readonly live: Named
  /** What the data said when a backup was made, by its name. */
  readonly backups: Map<string, State>
}

/** A meeting by its id, and by its title, which the journey chose and the ledger says. */
export type Named = { readonly id: string; readonly title: string }

export type Act = (journey: Journey) => Promise<void>

/** A meeting with one item, so many days from now. */
export async function newMeeting(
  { core, ledger, dice }: Pick<Journey, 'core' | 'ledger' | 'dice'>,
  inDays: number,
): Promise<Named & { date: string }> {
  const date = addDays(civilDate(new Date()), inDays)
  const title = `Séance ${dice.below(1_000_000)}`
  const meetings = sorted([...list(ledger.now.meetings), title])
  const { id } = await ledger.send('meeting', { meetings }, () =>
    core.call('meetings.create', { fields: { date, title }, fromTemplate: false }),
  )
  const item = {
    id: newId(),
    meetingId: id,
    parentId: null,
    afterId: null,
    fields: { title: 'Point unique' },
  }
  await ledger.send('meeting', { [`meeting ${title}`]: outline([itemOf('Point unique')]) }, () =>
    core.call('agenda.add', item),
  )
  return { id, title, date }
}

/** A list that the ledger says. */
export const list = (value = '[]'): string[] => JSON.parse(value) as string[]

/** A list in the order in which `seen` says it. */
export const sorted = (values: readonly string[]): string => JSON.stringify(values.toSorted())

export const itemOf = (title: string) => ({ id: '', title, text: '', decisions: [], children: [] })
