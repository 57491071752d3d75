import { describe, expect, it } from 'vitest'
import { agendaChangesModel, type Compared } from '../../electron/documents/agenda/changes-model.ts'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { blankItem } from '../../electron/domain/agenda/agenda.ts'
import { agendaContent } from '../../electron/domain/agenda/version.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { insertAfter, moveTo, without } from '../../renderer/features/agenda/tree.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { emptyFile, item } from './documents-builders.ts'
import { longMeeting } from './documents-samples.ts'

const file = longMeeting()
const [welcome, approval, followUp] = file.items
const last = file.items.at(-1)
const added = {
  ...{ ...blankItem, id: '01940000-0000-7000-8000-000000000999', version: 1, meetingId: file.meeting.id },
  ...{
    parentId: null,
    position: 0,
    title: 'Point d’actualité',
    durationMinutes: 15,
    presenter: 'Paul Exemple',
  },
  ...{ note: 'À garder', disagreementBy: 'Région de démonstration', disagreement: 'Trop tard' },
}

/** One item up, one added, one edited, one removed, another room. */
function changed(): Compared {
  const moved = moveTo(file.items, followUp?.id ?? '', { parentId: null, index: 1 })
  const more = insertAfter(moved, added, welcome?.id ?? '')
  const edited = more.map((one) => (one.id === approval?.id ? { ...one, durationMinutes: 10 } : one))
  const after = agendaContent({ ...file.meeting, place: 'salle Monnet' }, without(edited, last?.id ?? ''))
  return {
    before: { number: 1, content: agendaContent(file.meeting, file.items) },
    after: { number: 2, content: after },
  }
}

describe('the list', () => {
  it('has every item and no hour', async () => {
    const { timed, rows, facts } = agendaModel(file, { hours: false })
    expect(timed).toBe(false)
    expect(rows.map(({ time, duration, kind }) => [time, duration, kind === 'gap'].join())).toEqual(
      file.items.map(() => ',,false'),
    )
    expect(facts.map(({ label }) => label)).not.toContain('Durée des points')
    const words = (await structuredText((await renderPdf(agendaModel(file, { hours: false }))).bytes)).join()
    for (const one of file.items)
      expect(words.replace(/\s+/gu, '')).toContain(one.title.slice(0, 20).replace(/\s+/gu, ''))
  })
})

describe('the hours', () => {
  const item = (position: number, durationMinutes: number, fixedStart: string | null) => ({
    ...blankItem,
    ...{ id: `01940000-0000-7000-8000-00000000010${position}`, version: 1, meetingId: file.meeting.id },
    ...{ parentId: null, position, title: `Objet ${position}`, durationMinutes, fixedStart },
  })
  const { startTime: _, ...meeting } = file.meeting
  const printed = (items: FileToPrint['items']) =>
    agendaModel({ ...file, meeting: { ...meeting, startTime: '14:00' }, items }).rows.map(({ time }) => time)

  it('are not printed where a fixed one further down comes before them', () => {
    const hours = ['14\u00a0h', '–', '14\u00a0h\u00a025', '14\u00a0h\u00a035']
    expect(printed([item(0, 30, null), item(1, 15, null), item(2, 10, '14:25'), item(3, 5, null)])).toEqual(
      hours,
    )
    // Nothing is left out of an agenda that can be kept.
    expect(printed([item(0, 30, null), item(1, 15, null), item(2, 10, '14:45')])).not.toContain('–')
    expect(printed([item(0, 30, '14:40'), item(1, 15, '14:20')])).toEqual([
      '14\u00a0h',
      '–',
      '14\u00a0h\u00a020',
    ])
  })
})

describe('a version', () => {
  it('says its number from the second on', () => {
    expect(agendaModel(file).head.mention).toBe('')
    expect(agendaModel(file, { version: 2 }).head.mention).toBe('Version\u00a02')
  })
})

describe('an agenda that nobody has validated', () => {
  const draft = agendaModel({ ...file, isAgendaDraft: true })
  it('says in each format that it is a draft, and the validated one does not', async () => {
    const said = async (model: typeof draft) => [
      (await structuredText((await renderPdf(model)).bytes)).join(' '),
      new TextDecoder().decode(await renderFlowing(model, 'html')),
    ]
    for (const words of await said(draft)) expect(words).toContain('Projet d’ordre du jour')
    for (const words of await said(agendaModel(file))) expect(words).not.toContain('Projet d’ordre du jour')
    expect(draft.head.mention).toBe('Projet')
  })
})

describe('what changed', () => {
  it('is told with the old place and the new one, and nothing else', () => {
    const { tables, head, facts } = agendaChangesModel(file, changed())
    expect(head.title).toMatch(/^Ordre du jour modifié de la séance/)
    expect(head.mention).toBe('Version\u00a02')
    expect(facts.at(-1)?.value).toBe('De la version\u00a01 à la version\u00a02')
    expect(tables.map(({ heading }) => heading)).toEqual([
      'La séance',
      'Ce qui change',
      'Heures de passage modifiées',
    ])
    const [meeting, changes] = tables
    expect(meeting?.rows).toEqual([[['Lieu'], [file.meeting.place], ['salle Monnet']]])
    expect(changes?.rows.map(([type, name]) => [type?.[0], name?.[1] ?? ''])).toEqual([
      ['Ajouté', ''],
      ['Déplacé', ''],
      ['Modifié', 'Durée'],
      ['Retiré', ''],
    ])
    expect(changes?.rows[1]?.slice(2)).toEqual([
      ['point\u00a02, 14\u00a0h\u00a040'],
      ['point\u00a02, 14\u00a0h\u00a050'],
    ])
    expect(changes?.rows[2]?.slice(2)).toEqual([['5\u00a0min'], ['10\u00a0min']])
    expect(changes?.rows[3]?.slice(2)).toEqual([[expect.stringMatching(/^point\u00a05/)], ['–']])
  })

  it('says of an end after midnight that it is of the next day', () => {
    const { meeting } = emptyFile()
    const until = (endTime: string) => agendaContent({ ...meeting, startTime: '22:00', endTime }, [])
    const { tables } = agendaChangesModel(emptyFile(), {
      before: { number: 1, content: until('23:30') },
      after: { number: null, content: until('01:00') },
    })
    expect(tables[0]?.rows).toEqual([[['Fin'], ['23\u00a0h\u00a030'], ['1\u00a0h le lendemain']]])
  })

  it('is a sound PDF without the secretariat’s own words', async () => {
    for (const model of [agendaChangesModel(file, changed()), agendaChangesModel(file, null)]) {
      const { bytes, pageCount } = await renderPdf(model)
      expect(await pdfFaults(bytes)).toEqual([])
      expect(pageCount).toBeLessThanOrEqual(2)
      expect((await structuredText(bytes)).join()).not.toMatch(/À garder|Trop tard|Région de démonstration/)
      expect(JSON.stringify(model)).not.toMatch(/À garder|Trop tard|Région de démonstration/)
    }
  })

  it('stays readable with four hundred changes', async () => {
    const many = Array.from({ length: 400 }, (_, n) => item(n + 1))
    const empty = agendaContent(emptyFile().meeting, [])
    const full = agendaContent(emptyFile().meeting, many)
    const { bytes, pageCount } = await renderPdf(
      agendaChangesModel(emptyFile(), {
        before: { number: 1, content: empty },
        after: { number: null, content: full },
      }),
    )
    expect(pageCount).toBeGreaterThan(5)
    expect(await structuredText(bytes)).toHaveLength(pageCount)
  })
})
