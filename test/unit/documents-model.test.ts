import { describe, expect, it } from 'vitest'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { DocumentModel } from '../../electron/documents/model.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { MinutesState, Outcome } from '../../electron/domain/minutes/minutes.ts'
import { action, attendee, decision, emptyFile, item, rich, section, table } from './documents-builders.ts'
import { longMeeting, shortMeeting } from './documents-samples.ts'

const spaced = (words: string) => words.replaceAll('\u00a0', '~').replaceAll('\u202f', '_')
const withState = (file: FileToPrint, state: MinutesState): FileToPrint => ({
  ...file,
  minutes: file.minutes && { ...file.minutes, state },
})

describe('the model of minutes', () => {
  it('is plain data of the declared shape', () => {
    for (const model of [minutesModel(longMeeting()), agendaModel(longMeeting()), minutesModel(emptyFile())])
      expect(DocumentModel.parse(JSON.parse(JSON.stringify(model)))).toEqual(model)
  })

  it.each(MinutesState.options)('says whether it is a draft: %s', (state) => {
    const { head, followUp, approval } = minutesModel(withState(emptyFile(), state))
    expect(head.mention).toBe(state === 'approved' ? 'Approuvé' : 'Projet')
    expect(head.notice === '').toBe(state === 'approved')
    expect(followUp === null).toBe(state === 'approved')
    expect(approval === null).toBe(state !== 'approved')
    expect(followUp?.rows.some((row) => row.length !== followUp?.columns.length) ?? false).toBe(false)
    const done = MinutesState.options.indexOf(state) + (state === 'validated' ? 1 : 0)
    const finished = followUp?.rows.filter((row) => row[1] === 'Terminée').length
    expect(finished).toBe(state === 'approved' ? undefined : done)
  })

  it('writes head, facts, opening, next meeting and closing', () => {
    const model = minutesModel(shortMeeting())
    expect(spaced(model.head.title)).toBe('Compte rendu de la séance n°~10')
    expect(spaced(model.head.subtitle)).toBe('du jeudi 12~novembre 2026')
    expect(model.head.reference).toBe('INP/2026/10-CR')
    expect(model.head.sampleMark).toBe('Données d’exemple')
    expect(spaced(model.facts[0]?.value ?? '')).toBe(
      'jeudi 12~novembre 2026, de 14~h~32 à 17~h~05 (prévue de 14~h~30 à 17~h)',
    )
    expect(spaced(model.opening?.sentence ?? '')).toBe(
      'La séance est ouverte à 14~h~32 sous la présidence de Claire Vasseur.',
    )
    expect(spaced(model.next?.sentence ?? '')).toBe(
      'La prochaine séance se tiendra le jeudi 10~décembre 2026 à 14~h~30. Lieu~: Salle des Cartes et visioconférence.',
    )
    expect(spaced(model.closing.sentence)).toBe(
      'L’ordre du jour étant épuisé, la séance est levée à 17~h~05.',
    )
  })

  it('speaks of a réunion when the body does, and marks no sample when it is none', () => {
    const file = emptyFile()
    const model = minutesModel({ ...file, body: { ...file.body, meetingWord: 'réunion', isSample: false } })
    expect(spaced(model.head.title)).toBe('Compte rendu de la réunion n°~10')
    expect(JSON.stringify(model)).not.toMatch(/séance|exemple de|Données d’exemple/)
  })

  it('does not say that somebody presents at their own request', () => {
    const presented = (requester: string) => {
      const one = item(1, { title: 'Annuaire', presenter: 'Ada Tilleul', organisation: 'DUX', requester })
      return minutesModel({ ...emptyFile(), items: [one] }).sections[0]?.presented
    }
    expect(presented('ada tilleul')).toBe('Présenté par Ada Tilleul, DUX')
    expect(presented('DUX')).toBe('Présenté par Ada Tilleul, DUX')
    expect(presented('Léo Marin')).toBe('Présenté par Ada Tilleul, DUX, à la demande de Léo Marin')
  })

  it('say that nobody was noted, and that nobody closed what is not over', () => {
    const file = emptyFile()
    const held = minutesModel({ ...file, meeting: { ...file.meeting, state: 'held' } })
    expect(held.attendance?.summary).toBe('Aucune présence n’est notée.')
    expect(held.closing.sentence).toMatch(/levée à/)
    const ahead = minutesModel({ ...file, minutes: null, meeting: { ...file.meeting, state: 'planned' } })
    expect([ahead.attendance, ahead.closing.sentence]).toEqual([null, 'La séance n’est pas encore levée.'])
    const live = minutesModel({ ...file, meeting: { ...file.meeting, state: 'inSession' } })
    expect(live.closing.sentence).toBe('La séance n’est pas encore levée.')
  })

  it('lists organisations in their order, whoever of them is there', () => {
    const people = [
      attendee(0, { familyName: 'Un', organisation: 'Communes exemple', status: 'represente' }),
      attendee(1, { familyName: 'Deux', organisation: 'Régions exemple', status: 'surPlace' }),
      attendee(2, { familyName: 'Trois', organisation: 'Communes exemple', status: 'surPlace' }),
    ].map((one) => ({ ...one, college: 'A', source: null }))
    const { attendance } = minutesModel({ ...emptyFile(), attendees: people })
    expect(attendance?.groups[0]?.people).toMatch(/^Communes exemple.*Trois.*Régions exemple.*Deux/u)
  })

  it('says of presences taken from replies that they are to be confirmed', () => {
    const announced = [
      attendee(0, { familyName: 'Un', status: 'surPlace', source: 'reply' }),
      attendee(1, { familyName: 'Deux', status: 'represente', representedBy: 'Un', source: 'reply' }),
      attendee(2, { familyName: 'Trois', status: 'surPlace' }),
    ]
    const file = emptyFile()
    const body = { ...file.body, quorumPercent: 50 }
    expect(minutesModel({ ...file, body, attendees: announced }).attendance?.summary).toBe(
      `1 personne présente sur 3. 2 présences reprises des réponses, à confirmer. Quorum\u00a0: 1 sur 3.`,
    )
  })

  it('lists attendees by college with counts, those without one last', () => {
    const { attendance } = minutesModel({
      ...emptyFile(),
      attendees: [
        attendee(0, { familyName: 'Sans', givenName: 'Collège', status: 'present' }),
        attendee(1, { familyName: 'Un', college: 'B', status: 'visio', role: 'cheffe', arrivedAt: '14:10' }),
        attendee(2, { familyName: 'Deux', college: 'A', status: 'represente', representedBy: 'Un' }),
        attendee(3, { familyName: 'Trois', college: 'B', status: null }),
      ],
    })
    expect(attendance?.colleges.map((college) => [college.name, college.count])).toEqual([
      ['B', '1 sur 2'],
      ['A', '0 sur 1'],
      ['Autres participants', '1 sur 1'],
    ])
    expect(attendance?.colleges[0]?.rows[0]).toEqual([
      '',
      'Un, cheffe',
      'Visioconférence, arrivée à 14\u00a0h\u00a010',
    ])
    expect(attendance?.colleges[1]?.rows[0]?.[2]).toBe('Représentation par Un')
    expect(attendance?.colleges[0]?.rows[1]?.[2]).toBe('Non renseignée')
    expect(attendance?.summary).toBe(
      '2 personnes présentes sur 4, dont 1 à distance. 1 personne représentée.',
    )
  })

  it('names attendees by college and organisation in a few lines while few came late', () => {
    const { attendance } = minutesModel({
      ...emptyFile(),
      attendees: [
        attendee(0, {
          familyName: 'Aubrac',
          givenName: 'Lise',
          organisation: 'Mairies',
          college: 'B',
          status: 'surPlace',
        }),
        attendee(1, {
          familyName: 'Bohin',
          organisation: 'Mairies',
          college: 'B',
          status: 'visio',
          role: 'cheffe',
          arrivedAt: '14:10',
        }),
        attendee(2, { familyName: 'Cros', organisation: 'Régions', college: 'B', status: 'surPlace' }),
        attendee(3, {
          familyName: 'Dol',
          organisation: 'Régions',
          college: 'B',
          status: 'represente',
          representedBy: 'Cros',
        }),
        attendee(4, { familyName: 'Ers', college: 'A', status: 'excuse' }),
        attendee(5, { familyName: 'Fay', organisation: 'DGX', college: 'A', status: null }),
      ],
    })
    expect(attendance?.colleges).toEqual([])
    expect(attendance?.groups.map(({ label, people }) => [spaced(label), spaced(people)])).toEqual([
      ['B (3 sur 4)~:', 'Mairies~: Lise Aubrac, Bohin (à distance, arrivée à 14~h~10)_; Régions~: Cros.'],
      ['Représentations~:', 'Régions~: Dol (par Cros).'],
      ['Absences excusées~:', 'Ers.'],
      ['Présence non renseignée~:', 'DGX~: Fay.'],
    ])
  })

  it('gathers decisions and actions in agenda order, and loses none whose item is gone', () => {
    const { record, unplaced } = minutesModel({
      ...emptyFile(),
      items: [item(2, { position: 0 }), item(1, { position: 1 })],
      decisions: [decision(1, 1, 'un'), decision(2, 2, 'deux'), decision(3, 77, 'perdue')],
      actions: [action(1, 2, { text: 'agir', owner: 'A', organisation: 'O', dueDate: '2027-01-01' })],
    })
    expect(record?.rows.map((row) => [row.number, row.item])).toEqual([
      ['D-2026-10-02', '1'],
      ['A-2026-10-01', '1'],
      ['D-2026-10-01', '2'],
      ['D-2026-10-03', '–'],
    ])
    expect(record?.rows[1]).toMatchObject({ owner: 'A, O', due: '1er\u00a0janv.\u00a02027' })
    expect(unplaced.decisions.map((note) => spaced(note.label))).toEqual(['Décision D-2026-10-03.'])
  })

  it.each(Outcome.options)(
    'has a standard sentence for %s, and prefers the one that was written',
    (outcome) => {
      const file = (sentence: string): FileToPrint => ({
        ...emptyFile(),
        items: [item(1)],
        sections: [section(1, { outcome, outcomeSentence: sentence })],
      })
      expect(minutesModel(file('')).sections[0]?.outcome?.lines[0]).toMatch(/\.$/)
      expect(minutesModel(file('Écrit.')).sections[0]?.outcome?.lines).toEqual(['Écrit.'])
    },
  )

  it('say of an end after midnight that it is of the next day', () => {
    const file = emptyFile()
    const night: FileToPrint = {
      ...file,
      meeting: { ...file.meeting, state: 'held', startTime: '21:00', endTime: '23:30' },
      minutes: file.minutes && { ...file.minutes, openedAt: '21:05', closedAt: '00:40' },
    }
    const { closing, facts } = minutesModel(night)
    expect(closing.sentence).toMatch(/ à 0\u00a0h\u00a040 le lendemain/)
    expect(JSON.stringify(facts)).toContain('à 0\u00a0h\u00a040 le lendemain (prévue de')
    const late = agendaModel(
      {
        ...file,
        meeting: { ...file.meeting, startTime: '23:00', endTime: null },
        items: [item(1, { durationMinutes: 90 })],
      },
      { hours: true },
    )
    expect(JSON.stringify(late.facts)).toContain('fin estimée à 0\u00a0h\u00a030 le lendemain')
  })

  it('leaves out a silent break, and says, where that is wanted, when nothing was written on an item', () => {
    const { look, ...file } = emptyFile()
    const { sections, agenda } = minutesModel({
      ...file,
      look: { ...look, style: { ...look.style, emptyItems: 'said' } },
      items: [item(1), item(2, { kind: 'break', title: 'Pause' })],
    })
    expect(sections.map((one) => [one.title, one.empty])).toEqual([
      ['Point 1', 'Rien n’est consigné pour ce point.'],
    ])
    expect(agenda?.items.map((one) => one.title)).toEqual(['Point 1', 'Pause'])
  })
})

describe('a table in the minutes', () => {
  it('has its amounts under each other where a dash says that there is none', () => {
    const pasted = table(
      ['Commune', 'Dépense', 'Pièce'],
      ['A', '1 234,50', '12'],
      ['B', '—', '–'],
      ['C', '9', 'n° 3'],
    )
    const sections = [section(1, { presentation: rich(pasted) })]
    const model = minutesModel({ ...emptyFile(), items: [item(1)], sections })
    const blocks = model.sections[0]?.parts.flatMap((part) => part.blocks) ?? []
    const columns = blocks.flatMap((block) => (block.type === 'table' ? block.columns : []))
    expect(columns.map(({ numeric }) => numeric)).toEqual([false, true, false])
  })
})

describe('the model of the agenda', () => {
  it('prints hours, gaps, breaks, numbers and the total', () => {
    const file = {
      ...emptyFile(),
      items: [
        item(1, { durationMinutes: 30 }),
        item(2, { title: 'Pause', kind: 'break', durationMinutes: 10 }),
        item(3, {
          fixedStart: '15:30',
          durationMinutes: 60,
          nature: 'avis',
          presenter: 'A',
          organisation: 'B',
        }),
        item(4, { parentId: item(3).id, durationMinutes: 75 }),
      ],
    }
    const open = { ...file, meeting: { ...file.meeting, endTime: null } }
    const model = agendaModel(open)
    expect(
      model.rows.map((row) => [row.kind, row.number, spaced(row.time), spaced(row.duration), row.depth]),
    ).toEqual([
      ['item', '1', '14~h~30', '30~min', 1],
      ['break', '', '15~h', '10~min', 1],
      ['gap', '', '15~h~10', '20~min', 1],
      ['item', '2', '15~h~30', '1~h~15', 1],
      ['item', '2.1', '15~h~30', '1~h~15', 2],
    ])
    expect(model.rows[3]).toMatchObject({ nature: 'Avis', presenter: 'A, B' })
    expect(spaced(model.facts.at(-1)?.value ?? '')).toBe('1~h~55, fin estimée à 16~h~45')
    // Where an end is planned, members are told no other.
    const planned = { ...file, meeting: { ...file.meeting, endTime: '16:30' } }
    expect(JSON.stringify(agendaModel(planned).facts)).not.toMatch(/16.h.45|Durée des points/)
  })

  it('prints no hours when nothing is timed, and says so when there is no item', () => {
    expect(agendaModel({ ...emptyFile(), items: [item(1)] })).toMatchObject({ timed: false, empty: '' })
    expect(agendaModel(emptyFile()).empty).toMatch(/^Aucun point/)
  })

  it('prints a short video address whole and a long one as words with its host', () => {
    const video = (videoLink: string) => {
      const file = emptyFile()
      return agendaModel({ ...file, meeting: { ...file.meeting, videoLink } }).facts.find(
        (row) => row.label === 'Visioconférence',
      )
    }
    expect(video('https://visio.exemple.fr/inp')).toMatchObject({ value: 'https://visio.exemple.fr/inp' })
    const long = `https://visio.exemple.fr/${'a'.repeat(80)}`
    expect(video(long)).toMatchObject({
      value: 'Rejoindre la visioconférence (visio.exemple.fr)',
      href: long,
    })
    expect(video('pont 12 34')).toMatchObject({ value: 'pont 12 34', href: null })
    expect(video('')).toBeUndefined()
  })

  it('says that a meeting is cancelled', () => {
    const file = emptyFile()
    const { head } = agendaModel({
      ...file,
      meeting: { ...file.meeting, state: 'cancelled', cancelReason: 'interne' },
    })
    expect(head.mention).toBe('Séance annulée')
  })
})
