import { afterEach, beforeEach, expect, it } from 'vitest'
import { habitsOf, labelsOf } from '../../electron/domain/agenda/reading-habits.ts'
import type { LineRole, SaidLine } from '../../electron/domain/agenda/said-lines.ts'
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
