import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFile } from '../../electron/imports/read-file.ts'
import { realFiles } from '../perf/files-bench.ts'
import { Label } from '../perf/label.ts'
import { scoreLabel } from '../perf/label-score.ts'

const minutes = `Compte rendu du comité des lisières
Réunion du mardi 3 mars 2026, de 14 h 00 à 16 h 00
Lieu : salle des Tilleuls

Présents :
- Anne Roy (DGX)
- Paul Bon (ANX)
Excusée :
- Lise Arnal (DGX)

Ordre du jour
1. Relevé de la séance précédente (10 min)
2. Calendrier des visites (20 min)
3. Budget des lisières (15 min)

Décisions
- Le calendrier des visites est adopté.

Actions
- Anne Roy : envoyer le calendrier avant le 10 mars 2026

Prochaine réunion : mardi 7 avril 2026 à 14 h 00
`
const [first, second, third] = [
  { title: 'Relevé de la séance précédente', durationMinutes: 10 },
  { title: '2. Calendrier des visites', durationMinutes: [15, 20] },
  { title: 'Budget des lisières', durationMinutes: '*' },
]
const [anne, paul, lise] = [
  { name: 'Mme Anne Roy', org: 'DGX', status: 'present' },
  { name: 'BON Paul', org: 'ANX', status: '?' },
  { name: 'Lise Arnal', org: '*', status: 'excused' },
]
/** 23 facts: 7 of the meeting and the next one, 5 of the agenda, 7 of people, 4 of what came out. */
const label = {
  file: 'lisieres_2026-03-03.txt',
  organisation: 'Comité des lisières',
  kind: ['minutes', null],
  date: '2026-03-03',
  start: '14:00',
  end: ['16:00', null],
  place: 'Tilleuls',
  link: null,
  phone: null,
  items: [first, second, third],
  people: [anne, paul, lise],
  decisions: ['calendrier des visites est adopté'],
  actions: [{ text: ['envoyer le calendrier', 'envoi'], owner: 'Roy', due: '2026-03-10' }],
  next: '2026-04-07',
  nextStart: '14:00',
  optionalItems: ['questions diverses'],
}
const { draft } = await readFile({
  fileName: label.file,
  bytes: new TextEncoder().encode(minutes),
  today: '2026-01-10',
})

/** What is not right when the label says something else, and which items are. */
function faults(changed: object) {
  const { marks, items } = scoreLabel(Label.parse({ ...label, ...changed }), draft)
  return {
    faults: marks.flatMap(({ field, verdict }) => (verdict === 'right' ? [] : [`${verdict} ${field}`])),
    items,
  }
}

describe('a file against its label', () => {
  it('says each fact, and each is counted', () => {
    const { marks, items } = scoreLabel(Label.parse(label), draft)
    expect(marks.filter(({ verdict }) => verdict !== 'right')).toEqual([])
    expect([marks.length, items]).toEqual([23, [true, true, true]])
  })

  it.each<[string, object, string[], boolean[]?]>([
    ['another day', { date: '2026-03-04' }, ['wrong date']],
    ['no place', { place: null }, ['invented place']],
    ['a link', { link: 'https://' }, ['missing link']],
    ['a place or another', { place: ['Mairie', 'salle des tilleuls'] }, []],
    [
      'an item more',
      { items: [first, second, third, { title: 'Élection du bureau' }] },
      ['missing item title'],
      [true, true, true, false],
    ],
    ['an item less', { items: [first, third] }, ['invented item title'], [true, true]],
    [
      'an item that may be read or not',
      { items: [first, third], optionalItems: ['calendrier'] },
      [],
      [true, true],
    ],
    [
      'another duration',
      { items: [{ ...first, durationMinutes: 15 }, second, third] },
      ['wrong item duration'],
      [false, true, true],
    ],
    [
      'no duration',
      { items: [{ ...first, durationMinutes: null }, second, third] },
      ['invented item duration'],
      [false, true, true],
    ],
    [
      'more of a title',
      { items: [first, second, { ...third, title: 'Budget des lisières et des chemins du nord' }] },
      ['wrong item title'],
      [true, true, false],
    ],
    [
      'nearly the same title',
      { items: [first, second, { ...third, title: 'Budgets des lisières' }] },
      [],
      [true, true, true],
    ],
    [
      'another level',
      { items: [first, { ...second, depth: 1 }, third] },
      ['wrong item depth'],
      [true, true, true],
    ],
    ['a person more', { people: [anne, paul, lise, { name: 'Yves Lac' }] }, ['missing person']],
    ['a person less', { people: [anne, lise] }, ['invented person']],
    ['people who may be read or not', { people: [anne, lise], optionalPeople: ['Bon'] }, []],
    ['a longer name', { people: [{ ...anne, name: 'Anne Roy Lenoir' }, paul, lise] }, ['wrong person']],
    [
      'nobody’s organisation',
      { people: [{ ...anne, org: null }, paul, lise] },
      ['invented person organisation'],
    ],
    ['who was excused', { people: [{ ...anne, status: 'excused' }, paul, lise] }, ['wrong presence']],
    ['nothing of a presence', { people: [anne, paul, { ...lise, status: '?' }] }, ['wrong presence']],
    ['two decisions for one read', { decisions: ['calendrier', 'est adopté'] }, ['wrong decision']],
    ['a decision less', { decisions: [] }, ['invented decision']],
    [
      'an action among the decisions',
      { decisions: ['envoyer'], actions: [], eitherList: true },
      ['invented decision'],
    ],
    ['another date due', { actions: [{ text: 'envoyer', due: '2026-03-11' }] }, ['wrong action due']],
    ['no next meeting', { next: null }, ['invented next meeting']],
  ])('%s', (_, changed, expected, items = [true, true, true]) => {
    expect(faults(changed)).toEqual({ faults: expected, items })
  })
})

describe('a folder of files', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bench-files-'))
    for (const name of ['files', 'expected']) mkdirSync(join(folder, name))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const put = (file: string, changed: object, text: string | null) => {
    writeFileSync(join(folder, 'expected', `${file}.json`), JSON.stringify({ ...label, file, ...changed }))
    if (text !== null) writeFileSync(join(folder, 'files', file), text)
  }

  it('is told in counts and shares, each against its budget, and names nobody', async () => {
    put('lisieres_1.txt', { people: [anne, lise] }, minutes)
    put('lisieres_2.txt', { items: [first, second] }, minutes)
    // A refused file: all that it says is missing.
    put('clairieres_1.doc', { organisation: 'Clairières', kind: '*', people: [], items: [] }, 'x')
    const lines = await realFiles(folder, () => undefined)
    expect(
      lines.map(({ what, measured, holds }) => [what.replace('real files: ', ''), measured, holds]),
    ).toEqual([
      ['real files', '3 of 2 organisations, 1 refused; 43 right, 7 missing, 0 wrong, 2 invented', undefined],
      ['facts right', '86.0 % of 50', false],
      ['invented, of what is read', '4.4 % of 45', false],
      ['items with right title and duration', '100.0 % of 5', true],
      ['people', '100.0 % of 5', true],
      ['organisations of these people', '100.0 % of 3', undefined],
      ['presence of these people', '100.0 % of 4', undefined],
      ['facts right of the median file', '100.0 %', true],
      ['facts right of the worst organisation', '0.0 %', false],
      ['wrong or invented at a confidence of 0.75 or more', '8.3 % of 24', false],
      ['wrong or invented at a confidence of 0.9 or more', '12.5 % of 8', false],
      ['confidence 0.8 to 0.9', 'said 86.9 %, right 93.8 % of 16', undefined],
      ['confidence 0.9 and above', 'said 90.0 %, right 87.5 % of 8', undefined],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/lisi|clair/i)
  })

  it('is refused without labels, and where a label has no file', async () => {
    await expect(realFiles(folder, () => undefined)).rejects.toThrow('no labels')
    put(label.file, {}, null)
    await expect(realFiles(folder, () => undefined)).rejects.toThrow('1 of 1 labels have no file')
  })
})
