import { setTimeout as wait } from 'node:timers/promises'
import type { Output } from '../../electron/contract/index.ts'
import type { RichText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type ChildCore, CoreGone } from './child-core.ts'
import type { Dice } from './dice.ts'
import { all, type Change, changed, type Model, modelOf } from './meeting-model.ts'

/** Characters typed in the second after which the editor saves: 300 a minute. */
const CHARACTERS_PER_SAVE = 5
const WORDS =
  'la direction présente le calendrier du raccordement des communes à l’œuvre commune, où chacun relève les délais déjà annoncés ; '

export type Typed = {
  /** The meeting after each change sent, the state before them first. */
  readonly images: Model[]
  /** How many of the changes the core acknowledged; it answers in the order it was asked. */
  acknowledged: number
}

/** A meeting with three items and minutes started. */
export async function prepareMeeting(core: ChildCore): Promise<string> {
  const { id: meetingId } = await core.call('meetings.create', {
    fields: { date: '2026-12-10' },
    fromTemplate: false,
  })
  for (const title of ['Accueil', 'Raccordement des communes', 'Questions diverses'])
    await core.call('agenda.add', {
      id: newId(),
      meetingId,
      parentId: null,
      afterId: null,
      fields: { title },
    })
  await core.call('minutes.start', { meetingId })
  return meetingId
}

/**
 * Types until the core is gone. One autosave takes `saveMs` instead of a second.
 * @param file the meeting as it is now, read before: a core killed while it answers that read has lost nothing typed.
 */
export async function typeUntilGone(
  core: ChildCore,
  file: Output<'meetings.get'>,
  dice: Dice,
  saveMs: number,
): Promise<Typed> {
  const meetingId = file.meeting.id
  const typed: Typed = { images: [modelOf(file)], acknowledged: 0 }
  const itemVersion = new Map(file.items.map(({ id, version }) => [id, version]))
  const section = new Map(file.sections.map(({ itemId, id, version }) => [itemId, { id, version }]))
  const now = () => typed.images.at(-1) ?? []

  /** Sends a change; what it must lead to is written down before, its acknowledgement after. */
  const send = async (change: Change, call: () => Promise<unknown>): Promise<void> => {
    if (core.isGone()) throw new CoreGone('nothing is typed any more')
    typed.images.push(changed(now(), change))
    await call()
    typed.acknowledged += 1
  }
  const sectionOf = async (itemId: string) => {
    if (!section.has(itemId))
      for (const found of (await core.call('minutes.get', { meetingId }))?.sections ?? [])
        section.set(found.itemId, { id: found.id, version: found.version })
    return section.get(itemId)
  }
  const rememberItems = (items: readonly { id: string; version: number }[]) => {
    for (const { id, version } of items) itemVersion.set(id, version)
  }

  let itemId = dice.pick(now())?.id ?? ''
  let count = 0
  const type = async () => {
    const text = (all(now()).find(({ id }) => id === itemId)?.text ?? '') + keystrokes(count++)
    const target = await sectionOf(itemId)
    if (!target) return
    await send({ type: 'text', itemId, text }, async () => {
      const saved = await core.call('minutes.updateSection', {
        ...target,
        patch: { exchanges: paragraph(text) },
      })
      section.set(itemId, { id: saved.id, version: saved.version })
    })
  }
  const decide = () => {
    const fields = { text: `Décision ${dice.below(1_000_000)}` }
    const at = itemId
    return send({ type: 'decision', itemId: at, text: fields.text }, () =>
      core.call('minutes.addDecision', { id: newId(), itemId: at, fields }),
    )
  }
  const add = () => {
    const place = { id: newId(), parentId: null, afterId: dice.pick(now())?.id ?? null }
    const title = `Point ${dice.below(1_000_000)}`
    return send({ type: 'add', ...place, title }, async () => {
      rememberItems((await core.call('agenda.add', { ...place, meetingId, fields: { title } })).items)
    })
  }
  let moving = false
  const move = async () => {
    const id = dice.pick(
      all(now()).filter((item) => itemVersion.has(item.id) && item.children.length === 0),
    )?.id
    if (id === undefined || moving) return
    moving = true
    const parent = dice.next() < 0.3 ? dice.pick(now().filter((item) => item.id !== id)) : undefined
    const place = { id, parentId: parent?.id ?? null, index: dice.below(4) }
    await send({ type: 'move', ...place }, async () => {
      rememberItems((await core.call('agenda.move', { ...place, version: itemVersion.get(id) ?? 0 })).items)
    })
    moving = false
  }

  const beside = new Set<Promise<void>>()
  try {
    for (;;) {
      const act = dice.below(12)
      if (act === 0) beside.add(decide())
      else if (act === 1) beside.add(add())
      else if (act === 2) beside.add(move())
      else if (act === 3) itemId = dice.pick(all(now()))?.id ?? itemId
      await type()
      await wait(saveMs)
    }
  } catch (thrown) {
    const others = await Promise.allSettled(beside)
    for (const reason of [thrown, ...others.map((one) => (one.status === 'rejected' ? one.reason : null))])
      if (reason !== null && !(reason instanceof CoreGone)) throw reason
  }
  return typed
}

/** The next five characters of a text that never repeats itself at the same place. */
function keystrokes(save: number): string {
  const from = (save * CHARACTERS_PER_SAVE) % WORDS.length
  return WORDS.repeat(2).slice(from, from + CHARACTERS_PER_SAVE)
}

function paragraph(text: string): RichText {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}
