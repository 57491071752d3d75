// Every kind of write of the application, each with what it must lead to, written down before it is sent.

import { join } from 'node:path'
import type { RichText } from '../../../electron/domain/text/rich-text.ts'
import { newId } from '../../../renderer/api/new-id.ts'
import { askedOf } from '../../asked.ts'
import { putInSession } from '../../put-in-session.ts'
import { notedLine } from '../../session-line.ts'
import { all, type Change, changed, modelOf } from '../meeting-model.ts'
import { changeWord, encrypt, encryptCopy, encryptReady, restoreEncrypted } from './encryption-acts.ts'
import { leftOpen, openAction, paste, register, setAside, takeUp } from './follow-acts.ts'
import { handReady, layDown, merge, takeWriting, transmit } from './hand-acts.ts'
import { type Act, attach, type Journey, keepNewest, list, newMeeting, noteHeld } from './journey.ts'
import { outline, SAVED, written } from './seen.ts'

/** A change of the main meeting as its model makes it. */
async function change(
  { core, ledger, main }: Journey,
  kind: string,
  to: Change,
  call: () => Promise<unknown>,
) {
  const model = modelOf(await core.call('meetings.get', { id: main.id }))
  await ledger.send(kind, { [`meeting ${main.title}`]: outline(changed(model, to)) }, call)
}

const type: Act = async (journey) => {
  const { core, dice, main } = journey
  const file = await core.call('meetings.get', { id: main.id })
  const item = dice.pick(written(modelOf(file)))
  const section = file.sections.find(({ itemId }) => itemId === item?.id)
  if (item === undefined || section === undefined) return
  const text = `${item.text}${dice.below(100_000)} mots dictés. `
  await change(journey, 'typing', { type: 'text', itemId: item.id, text }, () =>
    core.call('minutes.updateSection', {
      id: section.id,
      version: section.version,
      patch: { exchanges: paragraph(text) },
    }),
  )
}

const decide: Act = async (journey) => {
  const { core, dice, main } = journey
  const items = written(modelOf(await core.call('meetings.get', { id: main.id })))
  const itemId = dice.pick(items)?.id ?? ''
  const text = `Décision ${dice.below(1_000_000)}`
  await change(journey, 'decision', { type: 'decision', itemId, text }, () =>
    core.call('minutes.addDecision', { id: newId(), itemId, fields: { text } }),
  )
}

const addItem: Act = async (journey) => {
  const { core, dice, main } = journey
  const model = modelOf(await core.call('meetings.get', { id: main.id }))
  const place = { id: newId(), parentId: null, afterId: dice.pick(model)?.id ?? null }
  const title = `Point ${dice.below(1_000_000)}`
  await change(journey, 'item', { type: 'add', ...place, title }, () =>
    core.call('agenda.add', { ...place, meetingId: main.id, fields: { title } }),
  )
}

const reorder: Act = async (journey) => {
  const { core, dice, main } = journey
  const file = await core.call('meetings.get', { id: main.id })
  const model = modelOf(file)
  const moved = dice.pick(all(model).filter(({ children }) => children.length === 0))
  const version = file.items.find(({ id }) => id === moved?.id)?.version
  if (moved === undefined || version === undefined) return
  const parent = dice.next() < 0.3 ? dice.pick(model.filter(({ id }) => id !== moved.id)) : undefined
  const place = { id: moved.id, parentId: parent?.id ?? null, index: dice.below(4) }
  await change(journey, 'reorder', { type: 'move', ...place }, () =>
    core.call('agenda.move', { ...place, version }),
  )
}

const importFile: Act = async ({ core, ledger, dice, main }) => {
  const titles = [`Reçu ${dice.below(1_000_000)}`, `Reçu ${dice.below(1_000_000)}`]
  const text = `# Ordre du jour du jeudi 14 janvier 2027\n\n${titles.map((title, rank) => `${rank + 1}. ${title} (20 min)`).join('\n')}\n`
  const { draft } = await core.call('imports.read', {
    fileName: 'recu.md',
    bytes: new TextEncoder().encode(text),
  })
  const model = modelOf(await core.call('meetings.get', { id: main.id }))
  const added = titles.map((title) => ({ id: '', title, text: '', decisions: [], children: [] }))
  await ledger.send('import', { [`meeting ${main.title}`]: outline([...model, ...added]) }, () =>
    core.call('imports.apply', {
      fileName: 'recu.md',
      items: draft.items,
      target: { type: 'existing', meetingId: main.id },
    }),
  )
}

const line: Act = async ({ core, ledger, dice, live }) => {
  const key = `lines ${live.title}`
  const text = `ligne ${dice.below(1_000_000)}`
  await ledger.send('live line', { [key]: JSON.stringify([...list(ledger.now[key]), text]) }, () =>
    core.call('session.addLine', {
      id: newId(),
      meetingId: live.id,
      at: new Date().toISOString(),
      fields: notedLine({ raw: text, text }),
    }),
  )
}

const keepDraft: Act = async ({ core, ledger, dice, live }) => {
  const text = `ligne à moitié tapée ${dice.below(1_000_000)}`
  await ledger.send('unfinished line', { [`draft ${live.title}`]: text }, () =>
    core.call('session.keepDraft', { meetingId: live.id, text }),
  )
}

const save: Act = async ({ core, ledger, dice, main, root }) => {
  const format = dice.pick(['pdf', 'pdf', 'docx'] as const) ?? 'pdf'
  const name = `${SAVED}${dice.below(1_000_000)}.${format}`
  const key = `saved ${main.title}`
  const said = JSON.stringify([...list(ledger.now[key]), name].toSorted())
  await ledger.send('document', { [key]: said }, () =>
    core.internal('writeDocument', {
      subject: { kind: 'agenda', meetingId: main.id },
      format,
      path: join(root, 'out', name),
    }),
  )
  ledger.keep(`out/${name}`)
}

const keepVersion: Act = async ({ core, ledger, dice, main }) => {
  const key = `versions ${main.title}`
  const note = `Version ${dice.below(1_000_000)}`
  await ledger.send('version', { [key]: JSON.stringify([note, ...list(ledger.now[key])]) }, () =>
    core.call('minutesVersions.keep', { meetingId: main.id, note }),
  )
}

const backUp: Act = async (journey) => {
  const { core, ledger, backups } = journey
  const { token } = await ledger.send('backup', {}, () => core.call('backups.make', {}))
  await keepNewest(journey)
  backups.set(token, ledger.now)
}

const restore: Act = async ({ core, ledger, dice, backups }) => {
  const there = (await core.call('backups.list', {})).files.filter(
    ({ place, token }) => place === 'desk' && backups.has(token),
  )
  const token = dice.pick(there)?.token
  const state = token === undefined ? undefined : backups.get(token)
  if (token === undefined || state === undefined) return
  // Settings of the desk are in no backup.
  const { pattern = '', encrypted = '' } = ledger.now
  const whole = { ...state, pattern, encrypted }
  await ledger.replace('restore', whole, () => core.call('backups.restore', { place: 'desk', token }))
}

const deskSetting: Act = async ({ core, ledger, dice }) => {
  const pattern = `{année}/dossier ${dice.below(1_000_000)}/{document}`
  await ledger.send('desk', { pattern }, () => core.call('dispatch.setSharedPattern', { pattern }))
}

const send: Act = async (journey) => {
  const { core, ledger } = journey
  const { id: meetingId, title } = await newMeeting(journey, 10)
  const [view] = await ledger.send('dispatch', {}, () =>
    core.call('dispatch.prepare', { meetingId, kind: 'convocation', itemId: null }),
  )
  if (view === undefined) throw new Error('nobody to convene')
  const { id, version } = view.dispatch
  await ledger.send('dispatch', { [`sent ${title}`]: '["convocation"]' }, () =>
    core.call('dispatch.markSent', { id, version }),
  )
}

const publish: Act = async (journey) => {
  const { core, ledger } = journey
  const { id: meetingId, title } = await newMeeting(journey, 12)
  await ledger.send('agenda', {}, () => core.call('agenda.submit', { meetingId, to: 'La présidence' }))
  await ledger.send('agenda', {}, () => core.call('agenda.validate', { meetingId, by: 'La présidence' }))
  await ledger.send('agenda', { [`published ${title}`]: '[1]' }, () =>
    core.call('agenda.publish', { meetingId }),
  )
}

const approve: Act = async (journey) => {
  const { core, ledger } = journey
  const { id: meetingId, title, date } = await newMeeting(journey, -1)
  const key = `minutes ${title}`
  await ledger.send('approval', { [key]: 'drafting' }, () => core.call('minutes.start', { meetingId }))
  await noteHeld(journey, 'approval', meetingId)
  for (const state of ['internalReview', 'review', 'validated'] as const) {
    const view = await core.call('minutes.get', { meetingId })
    const { id, version } = view?.minutes ?? { id: '', version: 0 }
    await ledger.send('approval', { [key]: state }, () =>
      core.call('minutes.setState', { id, version, state }),
    )
  }
  const asked = await askedOf(core.call, meetingId)
  await ledger.send('approval', { [key]: 'approved' }, () =>
    core.call('approval.approve', {
      meetingId,
      mode: 'written',
      approvingMeetingId: null,
      itemId: null,
      approvedOn: date,
      corrections: '',
      asked,
    }),
  )
}

/** By name, so that counts can say what was under way. */
export const acts = {
  type,
  decide,
  addItem,
  reorder,
  importFile,
  line,
  keepDraft,
  attach,
  save,
  keepVersion,
  backUp,
  restore,
  deskSetting,
  send,
  publish,
  approve,
  takeUp,
  setAside,
  register,
  paste,
  transmit,
  takeWriting,
  merge,
  layDown,
  encrypt,
  encryptCopy,
  changeWord,
  restoreEncrypted,
} as const satisfies Record<string, Act>
export type ActName = keyof typeof acts

export function isActName(name: string): name is ActName {
  return Object.hasOwn(acts, name)
}

/** Needed by some acts; done before the moment that counts. */
const ready: Partial<Record<ActName, Act>> = {
  // A backup to go back to.
  async restore(journey) {
    const { files } = await journey.core.call('backups.list', {})
    if (!files.some(({ token }) => journey.backups.has(token))) await backUp(journey)
  },
  takeUp: leftOpen,
  setAside: leftOpen,
  register: openAction,
  ...handReady,
  ...encryptReady,
}

/** Leads to where the act can be done. */
export async function makeReady(name: ActName, journey: Journey): Promise<void> {
  await ready[name]?.(journey)
}

/** Does an act, wherever the journey stands. */
export async function perform(name: ActName, journey: Journey): Promise<void> {
  await makeReady(name, journey)
  await acts[name](journey)
}

/** A member to convene, a meeting whose minutes are started, and one in session. */
export async function prepare(
  start: Omit<Journey, 'main' | 'live'>,
): Promise<Pick<Journey, 'main' | 'live'>> {
  const { core, ledger } = start
  const personId = newId()
  await ledger.send('directory', { people: '["Essai"]' }, () =>
    core.call('directory.addPerson', {
      id: personId,
      fields: { familyName: 'Essai', givenName: 'Camille', email: 'camille.essai@asso.example' },
    }),
  )
  await ledger.send('directory', {}, () =>
    core.call('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire' } }),
  )
  const main = await newMeeting(start, 20)
  const live = await newMeeting(start, 0)
  await ledger.send('minutes', { [`minutes ${main.title}`]: 'drafting' }, () =>
    core.call('minutes.start', { meetingId: main.id }),
  )
  await ledger.send('live line', { [`minutes ${live.title}`]: 'drafting' }, () =>
    putInSession(core.call, live.id),
  )
  return { main, live }
}

const paragraph = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
