import { afterEach, beforeEach, expect, it } from 'vitest'
import { habitsOf, isSameLayout, labelsOf } from '../../electron/domain/agenda/reading-habits.ts'
import { type LineRole, type SaidLine, sourceLines } from '../../electron/domain/agenda/said-lines.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

const paper = (day: string, crew: readonly string[], talks: readonly string[]) => `# Comité du ${day}

## Équipage du jour

${crew.map((name) => `- ${name}`).join('\n')}

## Ce dont on a parlé

${talks.map((talk) => `- ${talk}`).join('\n')}
`
const first = paper('12 mai 2026', ['le bosco', 'la vigie'], ['Barge à repeindre', 'Quai à sonder'])
const second = paper('9 juin 2026', ['le mousse', 'la vigie'], ['Grue à louer'])
const other = '# Budget\n\n## Recettes\n\n- le bosco\n\n## Dépenses\n\n- Grue\n'

const read = (text: string, said?: SaidLine[]) =>
  opened.ok('imports.read', {
    fileName: 'cr.md',
    bytes: new TextEncoder().encode(text),
    ...(said === undefined ? {} : { said: { lines: said, agenda: 'best', sheet: null } }),
  })

/** As the window does once a mended file was taken in. */
async function learn() {
  const { blocks } = await read(first)
  const crew = blocks.flatMap((block, at) =>
    block.type === 'listItem' && /bosco|vigie/.test(block.text) ? [at] : [],
  )
  const said = crew.map((block): SaidLine => ({ block, line: 0, role: 'person' }))
  const roles = new Map<number, LineRole>(crew.map((block) => [block, 'person']))
  const habits = habitsOf(blocks, said, ({ block }) => roles.get(block) ?? 'nothing')
  await opened.ok('imports.learn', { fileName: 'cr de mai.md', labels: labelsOf(blocks), habits })
  return habits
}

it('reads the next file of the same layout as the last one was mended', async () => {
  const before = await read(second)
  expect(before.draft.participants).toEqual([])
  expect(before.remembered).toBeUndefined()
  await learn()
  const after = await read(second)
  expect(after.draft.participants.map(({ familyName }) => familyName)).toEqual(['le mousse', 'la vigie'])
  expect(after.remembered?.map(({ role }) => role)).toEqual(['person', 'person'])
  expect((await read(other)).remembered).toBeUndefined()
})

it('is outweighed by what somebody says, and keeps no line of a file', async () => {
  const habits = await learn()
  expect(JSON.stringify(habits)).not.toMatch(/bosco|vigie/)
  expect((await read(second, [])).draft.participants).toEqual([])
})

it('is listed, replaced by what is learnt of the same layout, and forgotten', async () => {
  await learn()
  await learn()
  const [only, ...more] = await opened.ok('imports.learnt', {})
  expect(more).toEqual([])
  expect(only).toMatchObject({ fileName: 'cr de mai.md', habits: 1 })
  await opened.ok('imports.forget', { id: only?.id ?? '' })
  expect(await opened.ok('imports.learnt', {})).toEqual([])
  expect((await read(second)).draft.participants).toEqual([])
})

it('remembers a look only where every line of it became the same', async () => {
  const { blocks } = await read(first)
  const at = blocks.findIndex((block) => block.type === 'listItem' && block.text === 'le bosco')
  const said: SaidLine[] = [{ block: at, line: 0, role: 'person' }]
  expect(habitsOf(blocks, said, ({ block }) => (block === at ? 'person' : 'nothing'))).toEqual([])
})

it('remembers that lines are nothing only where none of them was read otherwise', async () => {
  const { blocks } = await read(first)
  const [one, hour] = blocks.flatMap((block, at) => (block.type === 'listItem' ? [at] : []))
  const said: SaidLine[] = [{ block: one ?? 0, line: 0, role: 'nothing' }]
  const kept = (rest: LineRole | null) =>
    habitsOf(blocks, said, ({ block }) => (block === hour ? rest : 'nothing')).length
  expect([kept('nothing'), kept(null)]).toEqual([1, 0])
})

it('keeps no name: of titles a fingerprint, of tables and labels what stands in every file', async () => {
  const text = `# Point sur Mme Durand

## Licenciement de Mme Durand

Anne Roy : rédiger la note

Date : demain

| Anne Roy | DGX | directrice |
| --- | --- | --- |
| Paul Petit | ANX | chargé de projet |

| Nom | Organisme |
| --- | --- |
| Zoé Bon | MDD |
`
  const { blocks } = await read(text)
  const all = sourceLines(blocks)
  const roles: readonly LineRole[] = ['person', 'agenda']
  const kept = roles.flatMap((role) =>
    habitsOf(
      blocks,
      all.map((line) => ({ ...line, role })),
      () => role,
    ),
  )
  expect(kept.map(({ role }) => role)).toContain('agenda')
  const labels = labelsOf(blocks)
  expect(labels).toEqual(expect.arrayContaining(['date', 'nom', 'organisme']))
  expect(JSON.stringify([labels, kept])).not.toMatch(
    /anne|roy|dgx|directrice|petit|anx|durand|licenciement|zoe|bon|mdd/i,
  )
  const item = all.find((line) => line.text.startsWith('Licenciement'))
  expect(item).toBeDefined()
  expect(habitsOf(blocks, item === undefined ? [] : [{ ...item, role: 'agenda' }], () => 'item')).toEqual([])
})

it('takes no file for another of the same layout by labels that stand in every file', async () => {
  const labels = (...words: string[]) =>
    labelsOf(words.map((word) => ({ type: 'paragraph', text: `${word} : x` })))
  const invitation = labels('Date', 'Lieu', 'Objet')
  const record = labels('Date', 'Lieu', 'Participants', 'Excusés', 'Secrétaire', 'Ordre du jour', 'Décisions')
  expect(record).toHaveLength(7)
  expect(isSameLayout(invitation, record)).toBe(false)
  expect(isSameLayout(invitation, labels('Date', 'Lieu', 'Objet', 'Heure'))).toBe(true)
})
