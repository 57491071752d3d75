// Meetings of the list become meetings of the data, each in a transaction of its own under one entry of the journal:
// what the program's death leaves is whole meetings and a list of the others.
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../../contract/errors.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { OldFilesChoice } from '../../../contract/old-files.ts'
import type { Transaction } from '../../../db/driver.ts'
import { toAppError } from '../../../db/translate-error.ts'
import type { ReadFile } from '../../../domain/agenda/draft.ts'
import type { OldFilesGroup } from '../../../domain/old-files/old-files.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { textOf } from './facts.ts'
import { groupsNow, listedReading, takenBytes } from './list.ts'
import { type MadeOf, makeMeeting } from './make-meeting.ts'
import { alone } from './under-way.ts'

/** @throws AppError `busy`; `cancelled` when the beginning of it was taken back meanwhile */
export function takeGroups(
  context: LongContext,
  { choices, openActions }: Parsed<'oldFiles.take'>,
): Promise<Output<'oldFiles.take'>> {
  const { dataFolder, emit, writeInSteps } = context
  return alone(dataFolder, async (signal) => {
    const groups = new Map((await context.read(groupsNow)).map((group) => [group.id, group]))
    const step = writeInSteps('oldFiles.take')
    const taken: Output<'oldFiles.take'>['taken'] = []
    const left: Output<'oldFiles.take'>['left'] = []
    for (const [index, choice] of choices.entries()) {
      if (signal.aborted) break
      const group = groups.get(choice.id)
      try {
        if (group === undefined) throw new AppError('not-found')
        const prepared = await prepare(context, group, choice)
        const meetingId = await step((write) => takeOne(write, { group, choice, openActions, ...prepared }))
        taken.push({ id: group.id, meetingId })
      } catch (thrown) {
        const { code } = toAppError(thrown)
        if (code === 'unexpected' || code === 'cancelled') throw thrown
        left.push({ id: choice.id, code })
      }
      emit({ topic: 'progress', method: 'oldFiles.take', done: index + 1, total: choices.length })
      // Every other call has its turn between two meetings; a wish to stop is heard.
      await setImmediate()
    }
    return { taken, left }
  })
}

type Prepared = MadeOf & {
  files: { id: string; path: string; sha256: string; sizeBytes: number; text: string }[]
}

/** Read and parsed before the transaction, so that it is short. */
async function prepare(
  { read }: LongContext,
  group: OldFilesGroup,
  { stands = [], joins }: OldFilesChoice,
): Promise<Prepared> {
  const readings = new Map<string, ReadFile>()
  const files: Prepared['files'] = []
  for (const { id, role } of group.files) {
    const { path, sha256, sizeBytes } = await read(({ tx }) =>
      tx
        .selectFrom('takeoverFile')
        .select(['path', 'sha256', 'sizeBytes'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    if (role === 'sameBytes') continue
    const reading = await read(({ tx }) => listedReading(tx, id))
    readings.set(id, reading)
    // The same words are found once.
    files.push({ id, path, sha256, sizeBytes, text: role === 'sameDocument' ? '' : textOf(reading.blocks) })
  }
  const main = (isMinutes: boolean) => {
    const files = group.files.filter(({ kind }) => (kind === 'minutes') === isMinutes)
    const contested = files.filter(({ isContested }) => isContested)
    const chosen = contested.find(({ id }) => stands.includes(id))
    // Nobody but whoever takes them in says which of two that contradict each other stands.
    if (contested.length > 0 && chosen === undefined && joins === undefined)
      throw new AppError('invalid-input', { field: 'stands' })
    const file = chosen ?? files.find(({ role }) => role === 'main')
    return file === undefined ? null : (readings.get(file.id) ?? null)
  }
  const [agenda, minutes] = [main(false), main(true)]
  // Of a file of no known kind that somebody looked at, what was understood.
  const only = minutes === null ? (readings.get(group.files[0]?.id ?? '') ?? null) : null
  return { files, agenda: (agenda ?? only)?.draft ?? null, minutes }
}

type Taking = Prepared & { group: OldFilesGroup; choice: OldFilesChoice; openActions: boolean }

async function takeOne(write: WriteContext, taking: Taking): Promise<string> {
  const { group, choice, files } = taking
  const { tx, now, about } = write
  if (group.state === 'refused') throw new AppError('invalid-input', { field: 'id' })
  const known = await takenBytes(tx)
  const fresh = files.filter(({ sha256 }) => !known.has(sha256))
  // Taken in meanwhile, or asked for twice.
  if (fresh.length === 0) throw new AppError('file-already-there')
  const meetingId = choice.joins ?? (await makeMeeting(write, taking))
  if (choice.joins !== undefined) {
    await expectLive(tx, choice.joins)
    about(choice.joins)
  }
  const there = await tx
    .selectFrom('attachment')
    .select('sha256')
    .where('meetingId', '=', meetingId)
    .where('replacedBy', 'is', null)
    .execute()
  for (const file of fresh) {
    if (there.some(({ sha256 }) => sha256 === file.sha256)) continue
    const id = newId(now)
    await tx
      .insertInto('attachment')
      .values({
        id,
        version: 1,
        meetingId,
        itemId: null,
        fileName: basename(file.path).slice(-255),
        mediaType: '',
        sizeBytes: file.sizeBytes,
        sha256: file.sha256,
        addedAt: now.toISOString(),
        title: '',
        tabled: 0,
        circulation: 'members',
        replacedBy: null,
      })
      .execute()
    await tx.insertInto('takenFile').values({ id, meetingId, text: file.text }).execute()
  }
  if (choice.joins === undefined)
    await tx.updateTable('meeting').set({ takenOver: 'locked' }).where('id', '=', meetingId).execute()
  return meetingId
}

async function expectLive(tx: Transaction, id: string): Promise<void> {
  const meeting = await tx.selectFrom('meeting').select('deletedAt').where('id', '=', id).executeTakeFirst()
  if (meeting === undefined || meeting.deletedAt !== null) throw new AppError('not-found')
}
