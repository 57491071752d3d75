import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { projectSheetFileName } from '../../electron/documents/file-name.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import {
  type ProjectFile,
  projectDay,
  projectSheetModel,
} from '../../electron/documents/project-sheet/model.ts'
import type { MeetingState } from '../../electron/domain/meetings/meeting.ts'
import { MinutesState } from '../../electron/domain/minutes/minutes.ts'
import { pdfFaults, structuredText } from '../documents-check/pdf-faults.ts'
import { decision } from './documents-builders.ts'
import { fullProject, heard, projectFile, watchItem } from './documents-outside-meetings.ts'

const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')
const secret = 'DECISION-PAS-ENCORE-LUE'

describe('a title', () => {
  it('of capitals alone stays between the margins', async () => {
    const file = fullProject()
    for (const title of [
      'ANTICONSTITUTIONNELLEMENTEXCEPTIONNELLE',
      'W'.repeat(20),
      'M'.repeat(30),
      'M1'.repeat(18),
    ]) {
      const model = projectSheetModel({ ...file, project: { ...file.project, title } })
      expect(await checkPdf((await renderPdf(model)).bytes, model)).toEqual([])
    }
  })
})

describe('the model', () => {
  it('says what the project is, in typed parts only, with French typography', () => {
    const model = projectSheetModel(fullProject())
    expect(model.head.title).toBe('Annuaire partagé des services publics locaux')
    expect(model.facts.map(({ label, value }) => [label, value])).toEqual([
      ['Porteur', 'Hélène Marchetti'],
      ['Organisme', 'Direction générale de l’exemple (DGX)'],
      ['Étape', 'Expérimentation'],
      ['Dernier passage', 'Séance n°\u00a011 du 12\u00a0novembre 2026'],
      ['Prochain passage', 'Séance du 10\u00a0décembre 2026'],
    ])
    expect(model.parts.map(({ heading, lines }) => [heading, lines.length])).toEqual([
      ['Objet', 2],
      ['Effets pour les collectivités', 1],
      ['Dimension réglementaire', 1],
      ['Ce qui est demandé à l’instance', 1],
    ])
    expect(model.parts[2]?.lines).toEqual([
      'Un arrêté fixera le format d’échange\u202f; le projet est en consultation.',
    ])
  })

  it('says its impact in figures, whom it asks for an opinion and its schedule, where they are known', () => {
    const file = fullProject()
    const line = { version: 1, projectId: file.project.id }
    const model = projectSheetModel({
      ...file,
      project: { ...file.project, staffing: 'Deux agents.', cnenOpinion: 'needed', cnilOpinion: 'notNeeded' },
      sortedBy: { programme: '', axis: 'Relation aux usagers', recommendation: '' },
      audiences: [
        {
          ...line,
          id: file.project.id,
          kind: 'commune',
          label: 'plus de 3 500 habitants',
          headcount: 3300,
          yearlyCost: 1_200_000,
          yearlySaving: null,
        },
      ],
      steps: [
        { ...line, id: file.project.id, label: 'Ouverture', plannedOn: '2027-01-01', doneOn: '2027-01-12' },
        { ...line, id: file.project.id, label: 'Bilan', plannedOn: null, doneOn: null },
      ],
    })
    const part = (heading: string) => model.parts.find((one) => one.heading === heading)?.lines
    expect(model.facts).toContainEqual(
      expect.objectContaining({ label: 'Axe', value: 'Relation aux usagers' }),
    )
    expect(part('Collectivités concernées')).toEqual([
      'Communes, plus de 3\u202f500 habitants\u00a0: 3\u202f300\u202f; charges de 1\u202f200\u202f000\u00a0€ par an',
    ])
    expect(part('Moyens humains')).toEqual(['Deux agents.'])
    expect(part('Dimension réglementaire')?.slice(1)).toEqual([
      'Avis du CNEN\u00a0: nécessaire.',
      'Avis de la CNIL\u00a0: non nécessaire.',
    ])
    expect(part('Calendrier')?.[1]).toBe('Bilan\u00a0: date à fixer.')
    expect(part('Calendrier')?.[0]).toMatch(/^Ouverture\u00a0: fait le 12/)
  })

  it('tells the hearings, newest first, with outcome, decisions, actions and positions', () => {
    const { list } = projectSheetModel(fullProject()).hearings
    expect(list.map(({ heading, note }) => [heading, note])).toEqual([
      ['Séance du 10\u00a0décembre 2026', 'Pour avis. Point inscrit à l’ordre du jour.'],
      [
        'Séance n°\u00a011 du 12\u00a0novembre 2026',
        'Pour concertation. D’après le compte rendu soumis à la relecture des membres.',
      ],
      ['Séance n°\u00a09 du 12\u00a0septembre 2026', 'Pour information. D’après le compte rendu approuvé.'],
    ])
    expect(list[1]).toMatchObject({
      outcome: { lines: ['L’instance rend un avis favorable avec réserves.'] },
      decisions: [{ label: 'Décision D-2026-11-03.' }],
      actions: [
        { foot: 'Responsable\u00a0: Hélène Marchetti, DGX. Échéance\u00a0: 4\u00a0décembre 2026. En cours.' },
      ],
      positions: {
        rows: [
          { organisation: 'Association des communes de démonstration', stance: 'Favorable avec réserves' },
          { organisation: 'Départements exemple', stance: 'Favorable', lines: ['–'] },
        ],
      },
    })
  })

  it('says until when an action was put off, beside the day it was decided for', () => {
    const known = fullProject().heard.flatMap((each) => each.actions)
    const actions = known.map((each) => ({ ...each, state: 'postponed' as const, dueDate: '2026-12-04' }))
    const putOffTo = new Map(actions.map(({ id }) => [id, '2027-03-11']))
    const one = heard(9, { actions, putOffTo })
    const [said] = projectSheetModel({ ...fullProject(), heard: [one] }).hearings.list
    expect(said?.actions[0]?.foot).toMatch(/4\u00a0décembre 2026\. Reportée au 11\u00a0mars\u00a02027\.$/)
  })

  it.each(
    [...MinutesState.options, null].flatMap((minutesState) =>
      (['planned', 'convened', 'inSession', 'held', 'cancelled'] as const).map(
        (state): [MinutesState | null, MeetingState] => [minutesState, state],
      ),
    ),
  )('prints what %s minutes of a %s meeting say only once members have them', (minutesState, state) => {
    const one = heard(9, {
      minutesState,
      section: { outcome: null, outcomeSentence: secret },
      decisions: [decision(1, 9, secret)],
      positions: [{ organisation: 'Exemple', stance: 'favorable', words: secret }],
    })
    const model = projectSheetModel(projectFile({ heard: [{ ...one, meeting: { ...one.meeting, state } }] }))
    const isRead = minutesState === 'review' || minutesState === 'validated' || minutesState === 'approved'
    expect(JSON.stringify(model).includes(secret)).toBe(isRead && state === 'held')
    expect(model.hearings.list[0]?.note).not.toBe('')
  })

  it('links the texts of its items to their source over https only', () => {
    const { watch } = projectSheetModel(
      projectFile({
        watchItems: [
          watchItem(1, { sourceUrl: 'javascript:alert(1)', publishedOn: '2026-01-02' }),
          watchItem(2, { sourceUrl: 'https://exemple.invalid/a', publishedOn: '2026-01-01' }),
          watchItem(3, { status: 'consultation' }),
        ],
      }),
    )
    expect(watch?.rows.map(({ href, dates }) => [href, dates[0]])).toEqual([
      ['https://exemple.invalid/a', '1er\u00a0janv.\u00a02026'],
      [null, '2\u00a0janv.\u00a02026'],
      [null, 'En consultation'],
    ])
  })
})

describe('the day of the fiche', () => {
  const { project } = projectFile()
  it('is that of the last meeting that heard of it, else the day the project was written down', () => {
    const at = (date: string, state: MeetingState) => ({ meeting: { date, state } })
    expect(projectDay(project, [at('2026-11-12', 'held'), at('2026-10-08', 'held')])).toBe('2026-11-12')
    expect(projectDay(project, [at('2026-12-10', 'cancelled'), at('2026-10-08', 'held')])).toBe('2026-10-08')
    expect(projectDay(project, [at('2027-01-14', 'convened'), at('2026-10-08', 'held')])).toBe('2026-10-08')
    expect(projectDay(project, [at('2027-01-14', 'planned')])).toBe('2024-12-25')
    expect(projectDay(project, [])).toBe('2024-12-25')
    expect(projectDay({ id: '9b2f0c1e-5d7a-4c1b-8a3e-2f6d1c0b9a8e' }, [])).toBe('2000-01-01')
  })

  it('names the file, whatever the project is called', () => {
    const { body } = projectFile()
    const named = (title: string) => projectSheetFileName(body, { title }, '2026-11-12')
    expect(named('Dépôt d’actes : « phase 2 »')).toBe('2026-11-12_FICHE-PROJET_INP_Depot-d-actes-phase-2.pdf')
    expect(named('😀')).toBe('2026-11-12_FICHE-PROJET_INP.pdf')
    expect(named('../../CON'.repeat(90)).length).toBeLessThanOrEqual(120)
  })
})

describe('the PDF', () => {
  it('is sound, read in the order of its model, and the same each time', async () => {
    const model = projectSheetModel(fullProject())
    const { bytes } = await renderPdf(model)
    expect(await pdfFaults(bytes)).toEqual([])
    const read = letters((await structuredText(bytes)).join(' '))
    const wanted = [
      model.head.title,
      ...model.facts.flatMap(({ label, value }) => [label, value]),
      ...model.parts.flatMap(({ heading, lines }) => [heading, ...lines]),
      ...model.hearings.list.flatMap((one) => [
        one.heading,
        one.item,
        one.note,
        ...(one.outcome?.lines ?? []),
        ...one.decisions.flatMap(({ label, lines }) => [label, ...lines]),
        ...one.actions.flatMap(({ label, lines, foot }) => [label, ...lines, foot]),
        ...(one.positions?.rows.flatMap((row) => [row.organisation, row.stance, ...row.lines]) ?? []),
      ]),
      ...(model.watch?.rows.flatMap(({ name, dates }) => [name, ...dates]) ?? []),
      ...(model.documents?.table.rows.flat() ?? []),
    ]
    let at = 0
    for (const words of wanted) {
      const found = read.indexOf(letters(words), at)
      expect([words, found >= at]).toEqual([words, true])
      at = found + letters(words).length
    }
    expect(Buffer.from((await renderPdf(model)).bytes).equals(Buffer.from(bytes))).toBe(true)
  })

  const hostile = '# Titre *gras* <script>alert(1)</script> ] $x$ @cible \\ \u0007 \ud800 😀 שלום /* "'
  const of = (words: string): ProjectFile => {
    const file = fullProject()
    return {
      ...file,
      project: {
        ...file.project,
        costs: words,
        savings: words,
        staffing: words,
        leadTime: words,
        alternatives: words,
        concertation: words,
        support: words,
        title: words,
        projectOwner: words,
        organisation: words,
        purpose: words,
        localImpact: words,
        regulatorySide: words,
        askedOfBody: words,
      },
      heard: file.heard.map((one) => ({
        ...one,
        item: { ...one.item, title: words },
        section: { outcome: null, outcomeSentence: words },
        decisions: one.decisions.map((each) => ({ ...each, text: words })),
        actions: one.actions.map((each) => ({ ...each, text: words, owner: words })),
        positions: one.positions.map((each) => ({ ...each, organisation: words, words })),
      })),
      watchItems: file.watchItems.map((item) => ({ ...item, title: words })),
      attachments: file.attachments.map((one) => ({ ...one, title: words })),
    }
  }
  it.each([
    ['of a project of which nothing is said', projectFile()],
    ['of titles of 600 characters', of('Très long titre '.repeat(38).trim())],
    ['of one word of 600 letters', of('x'.repeat(600))],
    ['of hostile markup', of(hostile)],
    [
      'of 60 hearings',
      projectFile({ heard: Array.from({ length: 60 }, (_, rank) => heard(1 + (rank % 12))) }),
    ],
  ])('%s is sound', { timeout: 30_000 }, async (_, file) => {
    const { bytes } = await renderPdf(projectSheetModel(file))
    expect(await pdfFaults(bytes)).toEqual([])
  })
})
