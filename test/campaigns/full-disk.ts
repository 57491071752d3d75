// A session on a file system too small for it, told as lines of JSON; started by conditions.test.ts inside the
// namespace that holds the small file system. What each step must give is said there.
import { existsSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RichText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { Refused, startChildCore } from './child-core.ts'
import { modelOf } from './meeting-model.ts'
import { prepareMeeting } from './typist.ts'

const disk = process.argv[2] ?? ''
const data = join(disk, 'data')
const ballast = join(disk, 'ballast')

const tell = (step: string, result: unknown) => process.stdout.write(`${JSON.stringify({ step, result })}\n`)
/** The code a call is refused with, or "ok". */
const code = async (work: Promise<unknown>) => {
  try {
    await work
    return 'ok'
  } catch (thrown) {
    return thrown instanceof Refused ? thrown.code : String(thrown)
  }
}
const leave = (bytes: number) => {
  rmSync(ballast, { force: true })
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(ballast, new Uint8Array(Math.max(0, bavail * bsize - bytes)))
}
const text = (length: number): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Texte dicté, '.repeat(length / 13) }] }],
})

leave(0)
const refused = startChildCore(data)
tell('a new database without room', await code(refused.opened))
await refused.kill()
rmSync(ballast)

let core = startChildCore(data)
await core.opened
const meetingId = await prepareMeeting(core)
const [section] = (await core.call('minutes.get', { meetingId }))?.sections ?? []
if (!section) throw new Error('no section')

leave(150_000)
let { version } = section
let length = 13
let kept = length
const save = async () => {
  const saved = await core.call('minutes.updateSection', {
    id: section.id,
    version,
    patch: { exchanges: text(length) },
  })
  version = saved.version
  kept = length
}
let refusal = 'ok'
for (let count = 0; refusal === 'ok' && count < 500; count += 1) {
  length += 390
  refusal = await code(save())
}
tell('typing until nothing more is kept', refusal)
tell('the same again', await code(save()))
const seen = async () =>
  modelOf(await core.call('meetings.get', { id: meetingId })).find(({ id }) => id === section.itemId)?.text
    .length
tell('what is read then is what was acknowledged', (await seen()) === kept)
const file = { fileName: 'note.txt', bytes: new Uint8Array(400_000).fill(65) }
tell('an attachment', await code(core.call('attachments.add', { meetingId, itemId: null, file })))
tell('a backup', await code(core.call('backups.make', {})))
const pdf = join(disk, 'ordre-du-jour.pdf')
leave(0)
tell(
  'a PDF',
  await code(
    core.internal('writeDocument', { subject: { kind: 'agenda', meetingId }, format: 'pdf', path: pdf }),
  ),
)
tell(
  'nothing half written stays',
  !existsSync(pdf) && !readdirSync(disk, { recursive: true }).some((name) => String(name).endsWith('.tmp')),
)

await core.kill()
core = startChildCore(data)
const reopened = await code(core.opened)
tell('killed and opened again, still without room', reopened)
if (reopened !== 'ok') await core.kill()
rmSync(ballast)
if (reopened !== 'ok') {
  core = startChildCore(data)
  await core.opened
}
tell('what is read after all that is what was acknowledged', (await seen()) === kept)
version =
  (await core.call('minutes.get', { meetingId }))?.sections.find(({ id }) => id === section.id)?.version ?? 0
tell('with room again, the same text', await code(save()))
tell(
  'a decision',
  await code(
    core.call('minutes.addDecision', { id: newId(), itemId: section.itemId, fields: { text: 'Décidé' } }),
  ),
)
tell('a backup with room', await code(core.call('backups.make', {})))
await core.close()
core = startChildCore(data)
await core.opened
tell('everything is there at the end', (await seen()) === kept && kept === length)
await core.close()
