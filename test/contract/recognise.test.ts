import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { sentMinutes } from '../../electron/features/minutes/observations/sent-minutes.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { sentMeeting } from '../fixtures/returned/source/meetings.ts'
import { photograph } from '../fixtures/scans/drawn.ts'
import { type Mark, markedPdf } from '../unit/marked-pdf.ts'
import { editedDocx } from '../unit/notebook-typed.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { internal } from './profile-world.ts'
import { writtenMeeting } from './returned-meeting.ts'

const fixture = (path: string) =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url))))
const bytesOf = (text: string) => new TextEncoder().encode(text)

let opened: OpenedCore
let folder: string
let meetingId: string
let other: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seances-arrivees-'))
  opened = await openTestCore({ now: '2026-11-20T09:00:00.000Z' })
  ;({ meetingId } = await writtenMeeting(opened))
  other = (await opened.ok('meetings.create', { fields: { date: '2026-12-17' }, fromTemplate: false })).id
  const personId = newId()
  await opened.ok('directory.addPerson', {
    id: personId,
    fields: { givenName: 'Abel', familyName: 'Exemple', email: 'abel@exemple.invalid' },
  })
  await opened.ok('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire' } })
})
afterAll(async () => {
  await opened.dispose()
  rmSync(folder, { recursive: true, force: true })
})

async function recognise(fileName: string, bytes: Uint8Array, here: string | null = null) {
  const [file] = await opened.ok('imports.recognise', {
    meetingId: here,
    files: [{ fileName, bytes, sizeBytes: bytes.length }],
  })
  if (file === undefined) throw new Error('no answer')
  return file
}
/** What a file may be besides a document to attach; a `!` where nothing has to be asked. */
async function kinds(fileName: string, bytes: Uint8Array, here: string | null = null): Promise<string[]> {
  const { arrivals } = await recognise(fileName, bytes, here)
  return arrivals
    .filter(({ kind }) => kind !== 'attachment')
    .map(({ kind, isSure }) => `${kind}${isSure ? '!' : ''}`)
}
async function paper(kind: 'minutes' | 'agenda' | 'notebook', format: 'docx' | 'txt'): Promise<Uint8Array> {
  const path = join(folder, `${kind}.${format}`)
  await internal(opened, 'writeDocument', { subject: { kind, meetingId }, format, path })
  return new Uint8Array(readFileSync(path))
}
const mail = (from: string, text: string) =>
  bytesOf(
    `From: ${from}\r\nTo: s@exemple.invalid\r\nSubject: Question\r\nDate: Mon, 23 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
  )

describe('the words of a mail, copied with their headers', () => {
  const copied = (from: string) =>
    bytesOf(
      `De : ${from}\nDate : lundi 23 novembre 2026 09:00\nÀ : s@exemple.invalid\nObjet : RE: Convocation\n\nJe serai présent en visio.\n`,
    )

  it('are a mail, and perhaps an answer of whoever was convened', async () => {
    expect(await kinds('Message collé.eml', copied('Ève <eve@exemple.invalid>'))).toEqual(['mail!'])
    expect(await kinds('Message collé.eml', copied('Abel Exemple <abel@exemple.invalid>'))).toEqual(
      await kinds('courriel.eml', mail('Abel Exemple <abel@exemple.invalid>', 'Je serai présent en visio.')),
    )
  })

  it('make a subject, as the mail does', async () => {
    const files = [{ fileName: 'Message collé.eml', bytes: copied('Ève <eve@exemple.invalid>') }]
    const [taken] = await opened.ok('subjects.takeMails', { files })
    expect(taken).toMatchObject({ outcome: 'added', failure: null })
    const rows = await opened.ok('subjects.list', {})
    expect(rows.find(({ id }) => id === taken?.subjectId)).toMatchObject({ title: 'Convocation' })
  })
})

describe('a file let fall on any screen', () => {
  it('is the returned minutes or agenda of its meeting by their words, whatever it is called', async () => {
    const minutes = await recognise('sans nom.docx', await paper('minutes', 'docx'))
    expect(minutes.arrivals[0]).toEqual({ kind: 'returnedMinutes', meetingId, reason: 'words', isSure: true })
    // Of the meeting that it is of, not of the one on the screen.
    const agenda = await recognise('sans nom.docx', await paper('agenda', 'docx'), other)
    expect(agenda.arrivals[0]).toEqual({ kind: 'returnedAgenda', meetingId, reason: 'words', isSure: true })
    // Another one may be begun with it.
    expect(agenda.arrivals[1]).toMatchObject({ kind: 'agenda', meetingId: other, isSure: false })
  })

  it('is read as minutes though they hold the words of a presentation sheet', async () => {
    const name = 'PV_CA_college_19-11-2026.docx'
    expect((await kinds(name, fixture(`corpus/files/${name}`)))[0]).toMatch(/^agenda/)
  })

  it('is a commented PDF of the minutes once somebody wrote on it', async () => {
    const file = sentMeeting()
    const pages = sentMinutes(file, minutesModel(file)).map(({ text }) => text)
    const mark: Mark = { type: 'Highlight', on: 'avant l’été', words: 'Quand ?' }
    const marked = await recognise('projet.pdf', markedPdf(pages, [mark]), other)
    expect(marked.arrivals[0]).toEqual({ kind: 'returnedMinutes', meetingId, reason: 'words', isSure: true })
    const bare = await recognise('projet.pdf', markedPdf(pages, []), other)
    expect(bare.arrivals.map(({ kind }) => kind)).not.toContain('returnedMinutes')
  })

  it('is the notebook whose reference it bears', async () => {
    const text = Buffer.concat([await paper('notebook', 'txt'), bytesOf('\r\nUne note\r\n')])
    const note = '<w:p><w:r><w:t>Une note</w:t></w:r></w:p><w:sectPr'
    const word = editedDocx(await paper('notebook', 'docx'), (xml) => xml.replace('<w:sectPr', note))
    for (const [name, bytes] of [
      ['notes.txt', text],
      ['notes.docx', word],
    ] as const) {
      const { arrivals } = await recognise(name, bytes, other)
      expect(arrivals[0]).toMatchObject({ kind: 'notebook', meetingId, isSure: true })
    }
  })

  it.each([
    ['teams-fr.csv', 'attendance-reports/teams-fr.csv', ['attendanceReport!']],
    ['zoom.csv', 'attendance-reports/zoom-fr.csv', ['attendanceReport!']],
    ['bbb.json', 'attendance-reports/bbb-dashboard.json', ['attendanceReport!']],
    ['liste.xlsx', 'directory/classeur.xlsx', ['directory', 'agenda']],
    ['texte.xml', 'dila/article.xml', ['delivery!']],
  ] as const)('is %s by what it holds', async (fileName, path, expected) => {
    expect(await kinds(fileName, fixture(path))).toEqual(expected)
  })

  it('is a subject or an answer when it is a mail, a table of texts, a picture, an agenda', async () => {
    expect(await kinds('a.eml', mail('inconnu@exemple.invalid', 'Pourrait-on en parler ?'))).toEqual([
      'mail!',
    ])
    expect(await kinds('a.eml', mail('abel@exemple.invalid', 'Je viens.'))).toEqual(['reply', 'mail'])
    const onMinutes = await kinds('a.eml', mail('inconnu@exemple.invalid', 'Une remarque.'), meetingId)
    expect(onMinutes).toEqual(['returnedMinutes', 'mail'])
    expect(await kinds('veille.csv', bytesOf('NOR;Titre\nPRMX2600001D;Décret exemple\n'))).toContain(
      'watchList!',
    )
    expect(await kinds('photo', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toEqual([
      'picture!',
    ])
    // A picture for a paper, or the photograph of a page.
    expect(await kinds('page.png', await photograph([{ y: 80, text: 'Ordre du jour' }]))).toEqual([
      'picture',
      'agenda',
    ])
    const png = (width: number, height: number) =>
      Buffer.from(`89504e470d0a1a0a0000000d49484452${hex(width)}${hex(height)}0802000000`, 'hex')
    const hex = (dots: number) => dots.toString(16).padStart(8, '0')
    // As a messenger sends a page, a scan at 100 dots per inch, the screen of a laptop and a page cropped to its upper half.
    for (const [width, height] of [
      [960, 1280],
      [827, 1169],
      [1366, 768],
      [1240, 900],
    ] as const)
      expect(await kinds('page.png', png(width, height))).toEqual(['picture!', 'agenda'])
    expect(await kinds('logo.png', png(500, 500))).toEqual(['picture!'])
    const agenda = '# Ordre du jour du jeudi 14 janvier 2027\n\n1. Annuaire (20 min)\n2. Archives (15 min)\n'
    expect((await kinds('odj.md', bytesOf(agenda)))[0]).toBe('agenda!')
  })

  it('is first who came to a meeting, and asked about, when a column of a list of persons says so', async () => {
    const list = (head: string, came: readonly string[]) =>
      bytesOf(
        [
          `Nom;Prénom;${head}`,
          `Puyvallée;Hélène;${came[0]}`,
          `Lacassagne;Rosalie;${came[1]}`,
          `Corval;Jean;${came[2]}`,
        ].join('\n'),
      )
    const came = ['Présente', 'Absente excusée', 'Présent']
    for (const [name, head, states] of [
      ['a.csv', 'Statut', came],
      ['emargement.csv', 'Présence', came],
      ['b.csv', 'Statut', ['P', 'E', 'P']],
    ] as const)
      expect(await kinds(name, list(head, states))).toEqual(['agenda', 'directory'])
    expect(await kinds('c.csv', list('Statut', ['Titulaire', 'Suppléante', 'Titulaire']))).toEqual([
      'directory!',
    ])
  })

  it('is looked at as minutes though nothing was read of them, when they call themselves so', async () => {
    const words =
      '# Compte rendu du projet Passerelle\n\nAutour de la table\n\nOdile Vasseur\n\nOn en parle.\n'
    expect(await kinds('passerelle.md', bytesOf(words))).toEqual(['agenda!'])
    expect(await kinds('note.md', bytesOf('# Passerelle\n\nOn en parle.\n'))).not.toContain('agenda')
  })

  it('that is empty is offered no place, for none takes it', async () => {
    const { failure, arrivals } = await recognise('vide.docx', new Uint8Array(), other)
    expect({ failure, arrivals }).toEqual({ failure: 'file-empty', arrivals: [] })
    const file = { fileName: 'vide.docx', bytes: new Uint8Array() }
    expect(await opened.refused('attachments.add', { meetingId: other, itemId: null, file })).toBe(
      'file-empty',
    )
  })

  it('can be attached when nothing is known of it, damaged or large as it may be', async () => {
    for (const [bytes, why] of [
      [bytesOf('PK\u0003\u0004abc'), 'file-damaged'],
      [bytesOf('\u0000\u0001'), 'file-damaged'],
    ] as const) {
      const { failure, arrivals } = await recognise('inconnu.docx', bytes, other)
      expect(failure).toBe(why)
      expect(arrivals[0]).toEqual({ kind: 'attachment', meetingId: other, reason: 'anything', isSure: false })
    }
    const [large] = await opened.ok('imports.recognise', {
      meetingId: null,
      files: [{ fileName: 'film.mp4', bytes: bytesOf('début'), sizeBytes: 190_000_000 }],
    })
    expect(large?.arrivals.map(({ kind }) => kind)).toEqual(['attachment', 'attachment'])
  })

  it('is no transcription for an arrow in a page or in notes', async () => {
    const page =
      '<html><head><style>\n<!-- p { margin: 0 }\n-->\n</style></head><body><p>Ordre du jour</p><p>1. Annuaire (20 min)</p><p>2. Archives (15 min)</p></body></html>'
    for (const [name, text] of [
      ['odj.htm', page],
      ['notes.txt', '1 Annuaire\nLa DGX présente le budget\n--> envoyer le tableau à Mme Ozanne\n'],
      ['odj.txt', 'Ordre du jour\nAccueil\t9:00\nBudget\t9:10\nDivers\t9:45\n'],
    ] as const)
      expect((await kinds(name, bytesOf(text), meetingId)).join(), name).not.toContain('transcript')
    expect((await kinds('odj.htm', bytesOf(page), other))[0]).toBe('agenda!')
  })

  it('of texts, in a table or delivered by the JO, is then looked at from its bytes, and nothing is stored', async () => {
    const table = { fileName: 'veille.csv', bytes: bytesOf('NOR;Titre\nPRMX2600001D;Décret exemple\n') }
    const list = await opened.ok('watchList.read', table)
    expect(list).toMatchObject({ name: 'veille.csv', lines: 1, added: 1 })
    await opened.ok('watchList.drop', { token: list.token })
    for (const fileName of ['texte.xml', '../texte.xml']) {
      const preview = await opened.ok('deliveries.read', { fileName, bytes: fixture('dila/article.xml') })
      expect(preview.name).not.toContain('/')
      await opened.ok('deliveries.drop', { token: preview.token })
    }
    expect(readdirSync(opened.folder).filter((name) => name.startsWith('livraison'))).toEqual([])
    expect((await opened.ok('watch.list', { words: '', offset: 0, limit: 10 })).total).toBe(0)
  })

  it('is the connection file of a team or a backup, which are of no meeting', async () => {
    const team = '{"kind":"seances-inp/equipe","host":"127.0.0.1","database":"inp"}'
    expect(await kinds('equipe.json', bytesOf(team))).toEqual(['teamFile!'])
    expect(await kinds('equipe.json', bytesOf(team.replace('equipe"', 'autre"')))).not.toContain('teamFile!')
    expect(await kinds('reçue.seances', bytesOf('SQLite format 3\0 et la suite'))).toEqual(['backup!'])
    expect(await kinds('reçue.seances', bytesOf('age-encryption.org/v1\n->'))).toEqual(['backup!'])
    expect(await kinds('reçue.seances', bytesOf('autre chose'))).not.toContain('backup!')
    expect((await recognise('equipe.json', bytesOf(team), meetingId)).arrivals).toHaveLength(1)
  })

  it('is refused when it is a program, under any name', async () => {
    for (const [name, bytes] of [
      ['note.pdf.exe', bytesOf('x')],
      ['note.pdf', bytesOf('MZ')],
    ] as const)
      expect(await recognise(name, bytes)).toEqual({ fileName: name, failure: 'file-refused', arrivals: [] })
  })
})
