import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { SCHEMA_VERSION } from '../../electron/documents/carried.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { projectSheetModel } from '../../electron/documents/project-sheet/model.ts'
import { watchBulletinModel } from '../../electron/documents/watch-bulletin/model.ts'
import type { Draft } from '../../electron/domain/agenda/draft.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { attendee, item } from './documents-builders.ts'
import { fullBulletin, fullProject } from './documents-outside-meetings.ts'
import { longMeeting, shortMeeting } from './documents-samples.ts'
import { codes, DATA, edited, formats, PAGES, printed, readAs, rowsOf, said } from './own-file-edits.ts'

/** What nobody could guess from the pages: own hours and durations, three names in one cell. */
function guarded(): FileToPrint {
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

  it.each([false, true])(
    'is read by its pages alone once it carries nothing; a draft: %s',
    async (isDraft) => {
      const model = agendaModel({ ...shortMeeting(), isAgendaDraft: isDraft })
      const bare = { ...model, head: { ...model.head, metadata: { ...model.head.metadata, dataFile: '' } } }
      for (const format of formats) {
        const [own, other] = [
          await readAs(await printed(model, format), format),
          await readAs(await printed(bare, format), format),
        ]
        expect(own.items.map(({ fixedStart }) => fixedStart)).toEqual([null, null, null])
        expect(other.items.map(({ title }) => title)).toEqual(own.items.map(({ title }) => title))
      }
    },
  )
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

describe('people of whom each organisation has some', () => {
  it.each(formats)(
    'come back from %s in the order in which they were carried, however pages cut their lines',
    async (format) => {
      const families = [
        'Abélard',
        'Bocage',
        'Courtival',
        'Dampmartin',
        'Estaing',
        'Fontbonne',
        'Garnerin',
        'Hurtebise',
      ]
      const attendees = families.flatMap((familyName, at) =>
        ['Ada', 'Noé', 'Zoé'].map((givenName, rank) =>
          attendee(3 * at + rank, {
            ...{ familyName, givenName, college: 'Élus', status: rank === 1 ? 'visio' : 'surPlace' },
            organisation: `Association des communes de démonstration ${(3 * at + rank) % 4}`,
          }),
        ),
      )
      const model = minutesModel({ ...shortMeeting(), attendees })
      const { participants } = await readAs(await printed(model, format), format)
      const names = (all: readonly { givenName: string | null; familyName: string }[]) =>
        all.map((one) => `${one.givenName} ${one.familyName}`)
      expect(names(participants)).toEqual(names(attendees))
    },
  )
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
      return xml.replace(row, row.replace('Questions diverses', 'Portail de dépôt') + row)
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

  it('keeps what was carried of items that Word only counts otherwise since, and names none of them', async () => {
    const whole = await printed(agendaModel(longMeeting()), 'docx')
    const put = edited(whole, PAGES, (xml) => {
      const row = (xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).find((one) => one.includes('"point_1"')) ?? ''
      return xml.replace(row, `${row.replace(/Approbation du compte[^<]*/, 'Un point de plus')}${row}`)
    })
    const draft = await readAs(put, 'docx')
    const sent = await readAs(whole, 'docx')
    const later = (one: Draft) => rowsOf(one.items).filter(([, number]) => number !== null && number > '2')
    // From the second on, each item has the number after its own, and all else as it was sent.
    expect(
      later(draft)
        .slice(-9)
        .map(([depth, , ...rest]) => [depth, ...rest]),
    ).toEqual(
      later(sent)
        .slice(-9)
        .map(([depth, , ...rest]) => [depth, ...rest]),
    )
    expect(draft.items.at(-1)?.number).toBe(String(Number(sent.items.at(-1)?.number) + 1))
    expect(codes(draft)).toEqual(['own-file-edited'])
    expect(said(draft)).toContain('le point ajouté «\u00a0Un point de plus\u00a0»')
    expect(said(draft)).not.toContain('Projets présentés')
    expect(said(draft)).not.toContain('Veille réglementaire')
  })
})

describe('words and signs that somebody put beside ours', () => {
  const agenda = (file = shortMeeting()) => printed(agendaModel(file), 'docx')
  const rows = (draft: Draft) => rowsOf(draft.items).map((row) => row.slice(1))
  const rewritten = async (bytes: Uint8Array, ...changes: [string, string][]) =>
    readAs(
      edited(bytes, PAGES, (xml) =>
        changes.reduce((all, [from, to]) => {
          const written = new RegExp(from.replaceAll(' ', '[ \\u00a0\\u202f]'))
          if (!written.test(all)) throw new Error(`no ${from}`)
          return all.replace(written, () => to)
        }, xml),
      ),
      'docx',
    )
  const withTitles = (...titles: string[]) =>
    agenda({
      ...shortMeeting(),
      items: titles.map((title, rank) => item(rank, { title, durationMinutes: 40 })),
    })

  it('are read: a longer title, duration and presenter, and they are named', async () => {
    const draft = await rewritten(
      await agenda(),
      ['Questions diverses<', 'Questions diverses et calendrier<'],
      ['>40 min<', '>140\u00a0min<'],
      ['Hélène Marchetti', 'Hélène Marchetti-Lopez'],
    )
    const [, two, three] = draft.items
    expect(three?.title).toBe('Questions diverses et calendrier')
    expect(two).toMatchObject({ durationMinutes: 140, presenter: 'Hélène Marchetti-Lopez' })
    expect(codes(draft)).toEqual(['own-file-edited'])
    expect(said(draft)).toMatch(/le point 2 .*, le point 3 /)
  })

  it('are read where a cell was empty', async () => {
    const bytes = await agenda()
    const draft = await readAs(
      edited(bytes, PAGES, (xml) => {
        const row = xml.match(/<w:tr[ >](?:(?!<w:tr[ >]).)*?Questions diverses.*?<\/w:tr>/s)?.[0] ?? ''
        const cells = row.split('</w:tc>')
        const at = cells.length - 2
        const filled = cells.map((cell, rank) =>
          rank === at ? cell.replace(/<\/w:p>$/, '<w:r><w:t>Paul Nguyen</w:t></w:r></w:p>') : cell,
        )
        return xml.replace(row, filled.join('</w:tc>'))
      }),
      'docx',
    )
    expect(draft.items[2]?.presenter).toBe('Paul Nguyen')
    expect(said(draft)).toContain('le point 3')
  })

  it.each([
    ['Crédit de 1,5 M€', 'Crédit de 15 M€'],
    ['Crédit de 50 €', 'Crédit de 50 $'],
    ['Articles 10-12', 'Articles 1012'],
    ['Note عربي', 'Note عربية'],
  ])('are read when only signs change: %s', async (before, after) => {
    const draft = await rewritten(await withTitles('Ouverture', before, 'Clôture'), [
      `${before}<`,
      `${after}<`,
    ])
    expect(draft.items.map((one) => one.title)).toEqual(['Ouverture', after, 'Clôture'])
    expect(codes(draft)).toEqual(['own-file-edited'])
    expect(rows(draft)[0]).toEqual(['1', 'Ouverture', null, 40, null, null, null])
  })

  it('are read in the hours of the meeting, and at the end of a decision', async () => {
    const file = longMeeting()
    const [first] = file.decisions
    if (first === undefined) throw new Error('no decision')
    const agendaDraft = await rewritten(await agenda(), ['14 h 30', '15\u00a0h\u00a045'])
    expect(agendaDraft.meeting.startTime).toBe('15:45')
    const words = first.text.slice(-60).replace(/\.$/, '')
    const draft = await rewritten(await printed(minutesModel(file), 'docx'), [
      words,
      `${words} sous réserve de l’avis de la tutelle`,
    ])
    expect(draft.decisions.map(({ text }) => text).join(' ')).toContain(
      'sous réserve de l’avis de la tutelle',
    )
    expect(draft.decisions).toHaveLength(file.decisions.length)
    expect(said(draft)).toContain('la décision')
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
