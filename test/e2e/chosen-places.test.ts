// Papers that the window asks a place for, and what it asks the system to choose: written where it says, and nothing when it
// is given up.
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import {
  type Application,
  answerOpenDialog,
  answerSaveDialog,
  callBridge,
  freshFolder,
  removeFolder,
  startApplication,
} from './application.ts'

const folder = freshFolder()
const personId = newId()
let app: Application
let meetingId: string

async function ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const envelope = await callBridge(app.page, method, input)
  if (!envelope.ok) throw new Error(`${method}: ${envelope.error.code}`)
  return envelope.value
}

beforeAll(async () => {
  app = await startApplication()
  await ok('directory.addPerson', { id: personId, fields: { familyName: 'Modèle', givenName: 'Anne' } })
  meetingId = (await ok('meetings.create', { fields: { date: '2027-03-11' }, fromTemplate: true })).id
  await ok('minutes.start', { meetingId })
  const watchItemId = newId()
  await ok('watch.add', { id: watchItemId, fields: { title: 'Texte d’exemple' } })
  const date = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const fields = { date, audience: 'Communes', threshold: '', label: 'Ouvrir' }
  await ok('watch.addDeadline', { id: newId(), watchItemId, fields })
})
afterAll(async () => {
  await app.close()
  removeFolder(folder)
})

describe('a paper', () => {
  it.each([
    [{ kind: 'knownPerson', personId }, 'connu.html', 'Modèle'],
    [{ kind: 'processingRegister' }, 'registre.html', 'html'],
    [{ kind: 'dueCalendar', span: '90' }, 'echeances.ics', 'BEGIN:VEVENT'],
  ] as const)(
    'of %o is written where it is to be, and nowhere when that is given up',
    async (file, name, holds) => {
      const path = join(folder, name)
      await answerSaveDialog(app.electron, null)
      expect(await ok('documents.save', file)).toBeNull()
      await answerSaveDialog(app.electron, path)
      expect(await ok('documents.save', file)).toMatchObject({ fileName: name })
      expect(readFileSync(path, 'utf8')).toContain(holds)
    },
  )

  it('of the draft minutes is written twice under one name', async () => {
    await answerSaveDialog(app.electron, null)
    expect(await ok('documents.saveDraft', { meetingId })).toBeNull()
    await answerSaveDialog(app.electron, join(folder, 'projet.docx'))
    const saved = await ok('documents.saveDraft', { meetingId })
    expect(saved).toMatchObject({ docx: { fileName: 'projet.docx' }, pdf: { fileName: 'projet.pdf' } })
    expect(readFileSync(join(folder, 'projet.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readFileSync(join(folder, 'projet.docx')).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('what the system is asked to choose', () => {
  it('is a returned file, which is read and not kept, or none', async () => {
    const asked = { meetingId, paper: 'minutes' } as const
    await answerOpenDialog(app.electron, [])
    expect(await ok('observations.choose', asked)).toBeNull()
    await answerOpenDialog(app.electron, [join(folder, 'projet.docx')])
    expect(await ok('observations.choose', asked)).toHaveLength(1)
    expect(await ok('observations.list', { meetingId })).toEqual([])
  })

  it('is the folder that desks share, which is left as it was when it is given up', async () => {
    const shared = join(folder, 'partage')
    await mkdir(shared)
    await answerOpenDialog(app.electron, [])
    expect(await ok('handOver.chooseFolder', {})).toBeNull()
    await answerOpenDialog(app.electron, [shared])
    expect(await ok('handOver.chooseFolder', {})).toMatchObject({ folderName: 'partage' })
  })
})
