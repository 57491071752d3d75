import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { SCHEMA_VERSION } from '../../electron/documents/carried.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { projectSheetModel } from '../../electron/documents/project-sheet/model.ts'
import { carriedIn } from '../../electron/documents/read-back.ts'
import { watchBulletinModel } from '../../electron/documents/watch-bulletin/model.ts'
import type { Draft, DraftItem } from '../../electron/domain/agenda/draft.ts'
import type { MeetingFile } from '../../electron/domain/meetings/meeting-file.ts'
import { readFile } from '../../electron/imports/read-file.ts'
import { item } from './documents-builders.ts'
import { fullBulletin, fullProject } from './documents-outside-meetings.ts'
import { longMeeting, shortMeeting } from './documents-samples.ts'

const formats = ['docx', 'odt', 'html', 'pdf'] as const
type Format = (typeof formats)[number]

async function printed(model: DocumentModel, format: Format): Promise<Uint8Array> {
  return format === 'pdf' ? (await renderPdf(model)).bytes : renderFlowing(model, format)
}

async function readAs(bytes: Uint8Array, format: Format): Promise<Draft> {
  const { draft } = await readFile({ fileName: `export.${format}`, bytes, today: '2026-11-12' }, carriedIn)
  return draft
}

/** What nobody could guess from the pages: own hours and durations, three names in one cell. */
function guarded(): MeetingFile {
  const file = longMeeting()
  return {
    ...file,
    items: file.items.map((one) =>
      one.title === 'Veille réglementaire'
        ? { ...one, presenter: 'Lætitia Œuvrard, Lucie Haÿs', organisation: 'Cellule droit, ANX' }
        : one,
    ),
  }
}

type Row = [
  number,
  string | null,
  string,
  string | null,
  number | null,
  string | null,
  string | null,
  string | null,
]
const rowsOf = (items: readonly DraftItem[], depth = 1): Row[] =>
  items.flatMap((one) => [
    [
      depth,
      one.number,
      one.title,
      one.fixedStart,
      one.durationMinutes,
      one.presenter,
      one.organisation,
      one.requester,
    ],
    ...rowsOf(one.children, depth + 1),
  ])

/** The parts of a package rewritten, as somebody would in an office program. */
function edited(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const before = strFromU8(parts[part] ?? new Uint8Array())
  const after = change(before)
  if (after === before) throw new Error(`nothing was edited in ${part}`)
  return zipSync({ ...parts, [part]: strToU8(after) })
}
const PAGES = 'word/document.xml'
const DATA = 'customXml/item1.xml'
const codes = ({ warnings }: Draft) => warnings.map(({ code }) => code)
const said = ({ warnings }: Draft) => warnings.map(({ message }) => message).join(' ')

describe('an agenda that nobody edited', () => {
  it.each(formats)('gives its items back from %s, each field by itself', async (format) => {
    const file = guarded()
    const draft = await readAs(await printed(agendaModel(file), format), format)
    const depthOf = (id: string | null): number => {
      const parent = file.items.find((one) => one.id === id)?.parentId ?? null
      return id === null ? 0 : 1 + depthOf(parent)
    }
    expect(rowsOf(draft.items).map(([depth, , ...row]) => [depth, ...row])).toEqual(
      file.items.map((one) => [
        depthOf(one.id),
        one.title,
        one.fixedStart,
        one.durationMinutes,
        one.presenter || null,
        one.organisation || null,
        one.requester || null,
      ]),
    )
    expect(draft).toMatchObject({ kind: 'agenda', warnings: [] })
    expect(draft.meeting).toMatchObject({
      number: 10,
      date: '2026-11-12',
      startTime: '14:30',
      endTime: '17:00',
    })
  })

  it('is read by its pages alone once it carries nothing', async () => {
    const model = agendaModel(shortMeeting())
    const bare = { ...model, head: { ...model.head, metadata: { ...model.head.metadata, dataFile: '' } } }
    for (const format of formats) {
      const [own, other] = [
        await readAs(await printed(model, format), format),
        await readAs(await printed(bare, format), format),
      ]
      expect(own.items.map(({ fixedStart }) => fixedStart)).toEqual([null, null, null])
      expect(other.items.map(({ title }) => title)).toEqual(own.items.map(({ title }) => title))
    }
  })
})

describe('minutes that nobody edited', () => {
  it.each(formats)('give people, decisions and actions back from %s', async (format) => {
    const file = longMeeting()
    const draft = await readAs(await printed(minutesModel(file), format), format)
    expect(
      draft.participants.map(({ givenName, familyName, organisation, attendance }) => [
        givenName,
        familyName,
        organisation,
        attendance,
      ]),
    ).toEqual(
      expect.arrayContaining(
        file.attendees.map((one) => [one.givenName, one.familyName, one.organisation, one.status]),
      ),
    )
    expect(draft.participants).toHaveLength(file.attendees.length)
    expect(draft.decisions.map(({ text }) => text).sort()).toEqual(
      file.decisions.map(({ text }) => text).sort(),
    )
    expect(
      draft.actions
        .map(({ text, owner, organisation, dueDate }) => [text, owner ?? '', organisation ?? '', dueDate])
        .sort(),
    ).toEqual(
      file.actions
        .map(({ text, owner, organisation, dueDate }) => [text, owner, organisation, dueDate])
        .sort(),
    )
    expect(draft).toMatchObject({ kind: 'minutes', warnings: [] })
  })
})

describe('an agenda whose pages somebody edited', () => {
  const TITLE = 'Passerelle d’échange sécurisée : calendrier de déploiement'
  const bytes = () => printed(agendaModel(shortMeeting()), 'docx')
  const words = (text: string) => text.replace(' :', '\u00a0:')

  it('says what the pages say of that item, and what was carried of the others', async () => {
    const other = edited(await bytes(), PAGES, (xml) =>
      xml.replace(words(TITLE), 'Passerelle d’échange : retours des pilotes'),
    )
    const draft = await readAs(other, 'docx')
    expect(rowsOf(draft.items)).toEqual([
      [1, '1', 'Approbation du compte rendu de la séance n° 9 du 8 octobre 2026', null, 5, null, null, null],
      [1, '2', 'Passerelle d’échange : retours des pilotes', null, 40, 'Hélène Marchetti', 'DGX', null],
      [1, '3', 'Questions diverses', null, null, null, null, null],
    ])
    expect(codes(draft)).toEqual(['own-file-edited'])
    expect(said(draft)).toContain('le point 2')
    expect(draft.items.map(({ source }) => source.confidence < 0.75)).toEqual([false, true, false])
  })

  it('loses an item that was taken out, and has one that was put in', async () => {
    const rows = (xml: string) => xml.match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs) ?? []
    const gone = edited(await bytes(), PAGES, (xml) => {
      const row = rows(xml).find((one) => one.includes('Questions diverses')) ?? ''
      return xml.replace(row, '')
    })
    const without = await readAs(gone, 'docx')
    expect(without.items.map(({ title }) => title)).not.toContain('Questions diverses')
    expect(said(without)).toContain('Questions diverses')
    const more = edited(await bytes(), PAGES, (xml) => {
      const row = rows(xml).find((one) => one.includes('Questions diverses')) ?? ''
      return xml.replace(
        row,
        row.replace('Questions diverses', 'Portail de dépôt') + row.replace('3\u2002', '4\u2002'),
      )
    })
    const added = await readAs(more, 'docx')
    expect(added.items.map(({ title }) => title)).toEqual([
      'Approbation du compte rendu de la séance n° 9 du 8 octobre 2026',
      TITLE,
      'Portail de dépôt',
      'Questions diverses',
    ])
    expect(said(added)).toContain('le point ajouté «\u00a0Portail de dépôt\u00a0»')
  })
})

describe('a paper of ours about no meeting', () => {
  it('is said to be one, and nothing of it is taken for an agenda', async () => {
    const sheet = projectSheetModel(fullProject())
    const bulletin = watchBulletinModel(fullBulletin())
    for (const [model, format] of [
      [sheet, 'pdf'],
      [bulletin, 'pdf'],
      [bulletin, 'docx'],
      [bulletin, 'odt'],
      [bulletin, 'html'],
    ] as const) {
      const draft = await readAs(await printed(model, format), format)
      expect(draft).toMatchObject({
        kind: 'unknown',
        items: [],
        participants: [],
        decisions: [],
        actions: [],
      })
      expect(codes(draft)).toEqual(['own-paper'])
      expect(said(draft)).toContain(model.head.title)
    }
  })
})

describe('data of a later version', () => {
  it('are left, and the pages are read', async () => {
    const file = edited(await printed(agendaModel(shortMeeting()), 'docx'), DATA, (xml) =>
      xml.replace(`document-model:${SCHEMA_VERSION}`, `document-model:${SCHEMA_VERSION + 1}`),
    )
    const draft = await readAs(file, 'docx')
    expect(draft.warnings).toEqual([])
    expect(draft.items.map(({ title }) => title)).toContain('Questions diverses')
  })
})

describe('data that lie', () => {
  const bytes = () => printed(agendaModel(shortMeeting()), 'docx')

  it('are refused with a sentence when they do not say what they print, and the pages are read', async () => {
    const visible = await readAs(
      edited(await bytes(), DATA, (xml) => xml.replace('seances-inp:data', 'other:data')),
      'docx',
    )
    for (const change of [
      (xml: string) => xml.replace(/(durationMinutes(?:&quot;|"):)40/, '$190'),
      (xml: string) =>
        xml.replace(/(presenter(?:&quot;|"):(?:&quot;|"))Hélène Marchetti((?:&quot;|"),)/, '$1Quelqu’un$2'),
    ]) {
      const draft = await readAs(edited(await bytes(), DATA, change), 'docx')
      expect(codes(draft)[0]).toBe('own-data-refused')
      expect(draft.warnings[0]?.message).toMatch(/^Les données jointes/)
      expect(draft.items).toEqual(visible.items)
    }
  })

  it('of a tree deeper than any are no data of ours, and the pages are read', async () => {
    for (const depth of ['5000000000', '51']) {
      const draft = await readAs(
        edited(await bytes(), DATA, (xml) => xml.replace(/(depth(?:&quot;|"):)1\b/, `$1${depth}`)),
        'docx',
      )
      expect(draft.items.map(({ title }) => title)).toContain('Questions diverses')
    }
  })

  it('of another meeting are refused too', async () => {
    const stranger = agendaModel({
      ...shortMeeting(),
      items: ['Budget', 'Calendrier', 'Locaux', 'Effectifs'].map((title, rank) =>
        item(rank, { title, durationMinutes: 10 }),
      ),
      meeting: { ...shortMeeting().meeting, number: 3, date: '2025-02-13', place: 'Ailleurs' },
    })
    const foreign = strFromU8(unzipSync(await printed(stranger, 'docx'))[DATA] ?? new Uint8Array())
    const draft = await readAs(
      edited(await bytes(), DATA, () => foreign),
      'docx',
    )
    expect(codes(draft)).toContain('own-data-refused')
    expect(draft.items.map(({ title }) => title)).toContain('Questions diverses')
  })
})

describe('an agenda of ours that another program saved anew', () => {
  it('keeps apart what was added below its table, and says what is doubtful of the day', async () => {
    const file = shortMeeting()
    const own = new TextDecoder().decode(await printed(agendaModel(file), 'html'))
    const bare = own.replaceAll('urn:seances-inp:data', 'urn:autre')
    const end = bare.lastIndexOf('</table>') + '</table>'.length
    const added = '<p>Les documents sont à demander au secrétariat.</p><p>Merci de confirmer votre venue.</p>'
    const html = `${bare.slice(0, end)}${added}${bare.slice(end)}`
    const titles = (draft: Draft) => rowsOf(draft.items).map(([, , title]) => title)
    const before = await readAs(new TextEncoder().encode(bare), 'html')
    const read = await readAs(new TextEncoder().encode(html), 'html')
    expect(titles(read)).toEqual(titles(before))
    const weekday = /(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)/
    const wrong = html.replace(new RegExp(`${weekday.source}(?= \\d|\u00a0\\d)`, 'g'), 'dimanche')
    expect(codes(await readAs(new TextEncoder().encode(wrong), 'html'))).toContain('date-doubtful')
  })
})
