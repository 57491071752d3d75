import { createHash } from 'node:crypto'
import { addDays, civilDate } from '../../../electron/domain/time/civil-date.ts'
import { newId } from '../../../renderer/api/new-id.ts'
import type { ChildCore } from '../child-core.ts'
import type { Dice } from '../dice.ts'
import type { Colleague } from './colleague.ts'
import type { Ledger, State } from './ledger.ts'
import { outline } from './seen.ts'

/** Below the root of a journey: the folder that the copies go to. */
export const COPIES = 'copies'

export type Journey = {
  /** A core in a process of its own, or the core behind a window. */
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
  /** The data when a backup was made, by its name. */
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

export const attach: Act = async ({ core, ledger, dice, main }) => {
  const bytes = new Uint8Array(2_000 + dice.below(60_000)).map(() => 32 + dice.below(90))
  const fileName = `piece-${dice.below(1_000_000)}.txt`
  const hash = createHash('sha256').update(bytes).digest('hex')
  const key = `attached ${main.title}`
  const said = JSON.stringify([...list(ledger.now[key]), `${fileName} ${hash}`])
  await ledger.send('attachment', { [key]: said }, () =>
    core.call('attachments.add', { meetingId: main.id, itemId: null, file: { fileName, bytes } }),
  )
  ledger.keep(`data/pieces/${hash}`)
}

/** Acts that make backups of their own: those of before may have made room for them. */
export async function keepNewest({ core, ledger }: Pick<Journey, 'core' | 'ledger'>): Promise<void> {
  const { files, copiesName } = await core.call('backups.list', {})
  const places = [
    ['desk', 'data/sauvegardes'] as const,
    ...(copiesName === COPIES ? [['copies', COPIES] as const] : []),
  ]
  for (const [wanted, folder] of places) {
    const newest = files
      .filter(({ place }) => place === wanted)
      .map(({ token }) => token)
      .toSorted()
      .at(-1)
    if (newest !== undefined) ledger.keep(`${folder}/${newest}`, true)
  }
}

/** A meeting that was held: another one is in session the whole time. */
export async function noteHeld({ core, ledger }: Journey, kind: string, meetingId: string): Promise<void> {
  const { version } = (await core.call('meetings.get', { id: meetingId })).meeting
  await ledger.send(kind, {}, () => core.call('meetings.setState', { id: meetingId, version, state: 'held' }))
}
