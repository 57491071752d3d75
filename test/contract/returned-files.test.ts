import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainText, type RichText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/returned/${name}`, import.meta.url))))

let opened: OpenedCore
let meetingId: string
let items: Map<string, string>
beforeEach(async () => {
  opened = await openTestCore()
  ;({ meetingId, items } = await writtenMeeting(opened))
})
afterEach(() => opened.dispose())

async function readOne(name: string, paper: 'minutes' | 'agenda' = 'minutes', bytes = bytesOf(name)) {
  const [file] = await opened.ok('observations.readFiles', {
    meetingId,
    paper,
    files: [{ fileName: name, bytes }],
  })
  if (file === undefined) throw new Error('no answer')
  return file
}
async function take(name: string, paper: 'minutes' | 'agenda' = 'minutes') {
  const { fileName, sha256, minutesVersionId, circle, drafts } = await readOne(name, paper)
  return opened.ok('observations.take', {
    meetingId,
    paper,
    files: [{ fileName, sha256, minutesVersionId, circle, drafts }],
  })
}
const list = () => opened.ok('observations.list', { meetingId })
const decide = async (
  id: string,
  state: 'accepted' | 'reworded' | 'refused',
  answer = '',
  over: string | null = null,
) => {
  const row = (await list()).find((one) => one.id === id)
  return opened.ok('observations.decide', {
    id,
    version: row?.version ?? 0,
    state,
    answer,
    write: true,
    over,
  })
}
const section = async (number: string) => {
  const view = await opened.ok('minutes.get', { meetingId })
  const found = view?.sections.find(({ itemId }) => itemId === items.get(number))
  if (found === undefined) throw new Error(`no section ${number}`)
  return found
}
const words = async (number: string, field: 'presentation' | 'exchanges') =>
  plainText((await section(number))[field])
const edit = async (
  number: string,
  field: 'presentation' | 'exchanges',
  change: (text: string) => string,
) => {
  const row = await section(number)
  const text = JSON.parse(change(JSON.stringify(row[field]))) as RichText
  await opened.ok('minutes.updateSection', { id: row.id, version: row.version, patch: { [field]: text } })
}

describe('a returned file', () => {
  it('is read, and taken in once: the same bytes add nothing', async () => {
    const file = await readOne('tracked.docx')
    expect(file).toMatchObject({ failure: null, isTracked: true, isExcerpt: false, olderVersion: null })
    expect(file.drafts).toHaveLength(10)
    expect(file.authors.map(({ author, count }) => [author, count])).toEqual([
      ['Claire Vasseur', 6],
      ['Grégoire Malaval', 4],
    ])
    expect(await take('tracked.docx')).toEqual({ added: 10, known: 0 })
    expect((await readOne('tracked.docx')).drafts.every(({ isKnown }) => isKnown)).toBe(true)
    expect(await take('tracked.docx')).toEqual({ added: 0, known: 10 })
    const [first] = await list()
    expect(first).toMatchObject({ source: 'tracked', sourceFileName: 'tracked.docx', state: 'open' })
    expect(first?.place).toMatch(/^Point\u00a01, /)
    await opened.ok('history.undo', {})
    expect(await list()).toEqual([])
  })

  it('that was saved again with one more remark adds that one alone', async () => {
    await opened.ok('minutesVersions.keep', { meetingId, note: '' })
    await take('tracked.docx')
    // The same changes in other bytes: a comment at the end of the archive.
    const bytes = new Uint8Array([...bytesOf('tracked.docx'), 0x2e])
    bytes[bytes.length - 3] = 1
    const again = await readOne('tracked.docx', 'minutes', bytes)
    expect(again.drafts.map(({ isKnown }) => isKnown)).toEqual(again.drafts.map(() => true))
    const files = (drafts: typeof again.drafts) => {
      const { fileName, sha256, minutesVersionId, circle } = again
      return {
        meetingId,
        paper: 'minutes' as const,
        files: [{ fileName, sha256, minutesVersionId, circle, drafts }],
      }
    }
    const [first] = again.drafts
    if (first === undefined) throw new Error('no draft')
    const unseen = again.drafts.map((draft) => ({ ...draft, id: newId(), isKnown: false }))
    const more = { ...first, id: newId(), isKnown: false, comment: 'Et le calendrier ?' }
    expect(await opened.ok('observations.take', files([...unseen, more]))).toEqual({ added: 1, known: 10 })
    // Ticked all the same, and what somebody else asks, is taken.
    const other = { ...first, id: newId(), isKnown: false, author: 'Odile Ferrand' }
    expect(await opened.ok('observations.take', files([{ ...first, id: newId() }, other]))).toEqual({
      added: 2,
      known: 0,
    })
  })

  it('says why nothing is taken of it', async () => {
    expect(await readOne('images-only.docx')).toMatchObject({ failure: 'only-pictures', drafts: [] })
    const other = await readOne('other-meeting.docx')
    expect(other.failure).toBe('other-meeting')
    expect(other.otherTitle).toMatch(/n°\s9 du jeudi 8\soctobre 2026/u)
    const ole = new Uint8Array(600)
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect((await readOne('ancien.doc', 'minutes', ole)).failure).toBe('file-format-old-word')
    expect((await readOne('vide.docx', 'minutes', new Uint8Array())).failure).toBe('file-empty')
    const protectedFile = new Uint8Array(Buffer.concat([ole, Buffer.from('EncryptedPackage\0', 'utf16le')]))
    expect((await readOne('secret.docx', 'minutes', protectedFile)).failure).toBe('file-protected')
    expect((await readOne('note.txt', 'minutes', new TextEncoder().encode('Bonjour'))).failure).toBe(
      'file-format-unknown',
    )
  })

  it('of an older version is usable, and says which', async () => {
    await opened.ok('minutesVersions.keep', { meetingId, note: '' })
    await edit('2', 'exchanges', (text) => text.replace('exemple demande', 'exemple redemande'))
    await opened.ok('minutesVersions.keep', { meetingId, note: '' })
    const file = await readOne('tracked.docx')
    expect(file.olderVersion).toBe(1)
    expect(file.drafts).toHaveLength(10)
  })

  it('of an agenda is compared with the agenda as it left, not as it is now', async () => {
    const wanted = async () =>
      (await readOne('agenda-corrected.docx', 'agenda')).drafts.map(({ id: _, ...draft }) => draft)
    const before = await wanted()
    expect(before.length).toBeGreaterThan(2)
    await opened.ok('agenda.submit', { meetingId, to: 'Bureau' })
    const { items: rows } = await opened.ok('agenda.list', { meetingId })
    const [first] = rows
    await opened.ok('agenda.update', {
      id: first?.id ?? '',
      version: first?.version ?? 0,
      patch: { title: 'Accueil' },
    })
    await opened.ok('agenda.add', {
      id: newId(),
      meetingId,
      parentId: null,
      afterId: first?.id ?? null,
      fields: { title: 'Point ajouté depuis' },
    })
    expect(await wanted()).toEqual(before)
    await opened.ok('agenda.backToDraft', { meetingId })
    expect(await wanted()).toEqual(before)
  })
})

describe('deciding', () => {
  it('accepts all: every word wanted is in the minutes, and one undo takes all back', async () => {
    await take('tracked.docx')
    const before = await opened.ok('minutes.get', { meetingId })
    const ids = (await list()).map(({ id }) => id)
    const { decided, left } = await opened.ok('observations.decideAll', {
      meetingId,
      ids,
      state: 'accepted',
      answer: '',
    })
    // Two authors want other words in one sentence: the second is left to be read again.
    expect(decided).toBe(9)
    expect(left).toMatchObject([{ standing: 'differs' }])
    expect(await words('2', 'presentation')).toContain('communes volontaires de moins de 3 500 habitants')
    expect(await words('3', 'exchanges')).toContain('12 500 €')
    expect(await words('3', 'exchanges')).toMatch(/mise à jour\.\nLa présidente propose de le partager/u)
    expect((await section('1')).outcomeSentence).toBe(
      'Le compte rendu est approuvé avec une observation de Départements exemple.',
    )
    const view = await opened.ok('minutes.get', { meetingId })
    expect(view?.decisions[0]?.text).toMatch(/après douze mois\.$/u)
    const agenda = await opened.ok('agenda.list', { meetingId })
    expect(agenda.items[3]?.title).toBe('Archivage des délibérations signées')
    await opened.ok('history.undo', {})
    expect(await opened.ok('minutes.get', { meetingId })).toMatchObject({
      sections: before?.sections.map(({ presentation, exchanges }) => ({ presentation, exchanges })),
      decisions: [{ text: before?.decisions[0]?.text }, {}],
    })
    expect((await list()).every(({ state }) => state === 'open')).toBe(true)
  })

  it('shows a conflict when the place was edited since, and writes over it only what was seen', async () => {
    await take('reviewer-a.docx')
    await edit('2', 'exchanges', (text) => text.replace('en février', 'en mars'))
    const [row] = await list()
    const [standing] = await opened.ok('observations.standing', { meetingId })
    expect(standing).toMatchObject({ id: row?.id, standing: 'differs' })
    expect(standing?.live).toContain('en mars')
    const refused = await decide(row?.id ?? '', 'accepted')
    expect(refused).toMatchObject({ isWritten: false, observation: { state: 'open' } })
    expect(await words('2', 'exchanges')).toContain('en mars')
    expect((await decide(row?.id ?? '', 'accepted', '', 'autre chose')).observation.state).toBe('open')
    const written = await decide(row?.id ?? '', 'accepted', '', standing?.live ?? '')
    expect(written).toMatchObject({ isWritten: true, observation: { state: 'accepted' } })
    expect(await words('2', 'exchanges')).toContain('au plus tard en mars. La Mission')
  })

  it('says that a paragraph no longer exists, and keeps the observation to be answered', async () => {
    await take('reviewer-a.docx')
    await edit('2', 'exchanges', () => JSON.stringify({ type: 'doc', content: [] }))
    const [row] = await list()
    expect(await decide(row?.id ?? '', 'accepted')).toMatchObject({
      isWritten: false,
      observation: { state: 'open' },
      standing: { standing: 'gone' },
    })
    const { version = 0, id = '' } = row ?? {}
    const answered = await opened.ok('observations.decide', {
      id,
      version,
      state: 'accepted',
      answer: 'Repris ailleurs.',
      write: false,
      over: null,
    })
    expect(answered.observation).toMatchObject({ state: 'accepted', answer: 'Repris ailleurs.' })
  })

  it('two reviewers of one sentence: accepting one leaves the other to be read again', async () => {
    await take('reviewer-a.docx')
    await take('reviewer-b.docx')
    const [a, b] = await list()
    expect(a?.anchor).toBe(b?.anchor)
    await decide(a?.id ?? '', 'accepted')
    expect(await opened.ok('observations.standing', { meetingId })).toMatchObject([
      { id: b?.id, standing: 'differs' },
    ])
  })

  it('writes the other wording, keeps marks of words that stay, and takes a paragraph out', async () => {
    await edit('2', 'exchanges', (text) =>
      text.replace(
        '{"type":"text","text":"Départements exemple demande',
        '{"type":"text","text":"Départements exemple","marks":[{"type":"bold"}]},{"type":"text","text":" demande',
      ),
    )
    await take('reviewer-a.docx')
    const [row] = await list()
    await decide(row?.id ?? '', 'reworded', 'Départements exemple demande que le coût soit connu.')
    expect((await section('2')).exchanges.content[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Départements exemple', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' demande que le coût soit connu.' },
      ],
    })
    await take('deleted-paragraph.docx')
    const gone = (await list()).find(({ beforeText }) => beforeText.startsWith('Deux sites'))
    await decide(gone?.id ?? '', 'accepted')
    expect(await words('4', 'presentation')).not.toContain('Deux sites')
  })

  it('writes typed words where they are read once', async () => {
    const { id } = await opened.ok('observations.add', {
      id: newId(),
      meetingId,
      paper: 'minutes',
      circle: 'members',
      fields: { itemId: items.get('2') ?? null, beforeText: "avant l'été", afterText: 'avant le printemps' },
    })
    expect(await decide(id, 'accepted')).toMatchObject({ isWritten: true })
    expect(await words('2', 'exchanges')).toContain('soit connu avant le printemps. La Mission')
  })

  it('refuses an older version, and changes nothing', async () => {
    await take('reviewer-a.docx')
    const [row] = await list()
    const input = { id: row?.id ?? '', state: 'refused' as const, answer: 'Dit.', write: true, over: null }
    await opened.ok('observations.decide', { ...input, version: 1 })
    expect(await opened.refused('observations.decide', { ...input, version: 1 })).toBe('conflict')
  })
})

describe('an agenda that comes back', () => {
  it('keeps an item with written minutes, whose removal is owed, and is corrected in all the rest', async () => {
    await take('agenda-corrected.docx', 'agenda')
    const rows = await list()
    const ids = rows.map(({ id }) => id)
    expect(
      await opened.ok('observations.decideAll', { meetingId, ids, state: 'accepted', answer: '' }),
    ).toEqual({ decided: 5, left: [] })
    const { items: now } = await opened.ok('agenda.list', { meetingId })
    expect(now).toHaveLength(6)
    expect(now.map(({ id }) => id)).toContain(items.get('3'))
    expect(await words('3', 'presentation')).toContain('la maquette de l’annuaire')
    const removal = rows.find(({ itemId, afterText }) => itemId === items.get('3') && afterText === '')
    expect(await opened.ok('observations.standing', { meetingId })).toContainEqual(
      expect.objectContaining({ id: removal?.id, standing: 'owed' }),
    )
  })

  it('is corrected by what is accepted: duration, title, an item taken out, one put in', async () => {
    const { id, version } = await section('3')
    const none: RichText = { type: 'doc', content: [{ type: 'paragraph' }] }
    await opened.ok('minutes.updateSection', { id, version, patch: { presentation: none, exchanges: none } })
    expect((await take('agenda-corrected.docx', 'agenda')).added).toBe(5)
    const ids = (await list()).map(({ id }) => id)
    expect(
      await opened.ok('observations.decideAll', { meetingId, ids, state: 'accepted', answer: '' }),
    ).toEqual({ decided: 5, left: [] })
    // Only a person knows what its comment asks for.
    const comments = (await list()).filter(({ kind }) => kind === 'comment').map(({ id }) => id)
    expect(await opened.ok('observations.standing', { meetingId })).toEqual(
      comments.map((id) => ({ id, standing: 'owed', live: '' })),
    )
    const { items: now } = await opened.ok('agenda.list', { meetingId })
    expect(now.map(({ title, durationMinutes }) => [title, durationMinutes])).toEqual([
      ['Approbation du compte rendu de la séance n° 9', 5],
      ['Passerelle de dépôt des actes : calendrier de raccordement', 30],
      ['Archivage des délibérations', 25],
      ['Certificats des agents', 15],
      ['Questions diverses', 10],
    ])
    await opened.ok('history.undo', {})
    expect((await opened.ok('agenda.list', { meetingId })).items).toHaveLength(5)
  })
})
