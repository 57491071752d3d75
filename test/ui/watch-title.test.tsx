// A title that is typed by hand, and what the text is that it cites.
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { useQuery } from '../../renderer/api/use-query.ts'
import { TextFields } from '../../renderer/features/watch/TextFields.tsx'
import { useTextPatch } from '../../renderer/features/watch/use-text-patch.ts'
import { EditingOff } from '../../renderer/ui/editing.ts'
import { justBefore } from './just-before.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
let id: string
const user = userEvent.setup()
const title = () => screen.getByRole('textbox', { name: 'Titre' })
const text = () => core.ok('watch.get', { id })

beforeEach(async () => {
  core = await openRealCore()
  id = newId()
})
afterEach(() => core.dispose())

function Fields({ stored }: { stored: Output<'watch.get'> }) {
  const { row, patch } = useTextPatch(stored)
  return <TextFields row={row} patch={patch} />
}
function Sheet() {
  const { data } = useQuery('watch.get', { id })
  return data === undefined ? null : <Fields stored={data} />
}
async function open(fields: { title: string; nature?: 'loi' }, off: string | null = null) {
  await core.ok('watch.add', { id, fields })
  core.show(
    <EditingOff value={off}>
      <Sheet />
    </EditingOff>,
  )
  return screen.findByRole('textbox', { name: 'Titre' })
}
const retitle = async (words: string) => {
  await user.clear(title())
  await user.type(title(), words)
  await user.tab()
}
/** More is asked of the core than understanding a title asks; then what came of it is stored. */
const settled = async () => {
  for (const _ of Array.from({ length: 8 })) await core.ok('history.state', {})
  await outbox.flush()
}

it.each([
  [
    'Décret n° 2026-812 du 3 septembre 2026 relatif aux annuaires',
    { nature: 'decret', number: '2026-812', signedOn: '2026-09-03', status: 'published' },
  ],
  [
    'Arrêté du 3 mars 2026 relatif aux annuaires',
    { nature: 'arrete', signedOn: '2026-03-03', status: 'published' },
  ],
  ['Projet de décret relatif aux annuaires', { nature: 'decret', status: 'draft' }],
  [
    'Décret n° 2026-813 du 3 septembre 2026, NOR : ZZZJ9900001D, JORF n°0207 du 5 septembre 2026',
    { nor: 'ZZZJ9900001D', joNumber: '0207', publishedOn: '2026-09-05' },
  ],
])(
  '%s fills the fields as a pasted one does, and all but the title is taken back at once',
  async (words, said) => {
    await open({ title: 'Nouveau texte' })
    await retitle(words)
    await waitFor(async () => expect(await text()).toMatchObject({ title: words, ...said }))
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect(await text()).toMatchObject({ title: words, nature: 'autre' }))
    expect(await text()).toMatchObject({ number: '', nor: '', status: 'announced', signedOn: null })
  },
)

it('a text of which somebody said what it is keeps that, also where they said it meanwhile', async () => {
  await open({ title: 'Nouveau texte', nature: 'loi' })
  await retitle('Décret n° 2026-812 du 3 septembre 2026')
  await settled()
  expect(await text()).toMatchObject({
    title: 'Décret n° 2026-812 du 3 septembre 2026',
    nature: 'loi',
    number: '',
  })
  cleanup()
  id = newId()
  await open({ title: 'Nouveau texte' })
  justBefore('watch.readPasted', async () => {
    await user.selectOptions(screen.getByRole('combobox', { name: 'Nature' }), 'Loi')
  })
  await retitle('Décret n° 2026-813 du 3 septembre 2026')
  await waitFor(async () => expect(await text()).toMatchObject({ nature: 'loi' }))
  await settled()
  expect(await text()).toMatchObject({ nature: 'loi', number: '' })
})

it('a text that is followed already is said, and this one is not filled like it', async () => {
  const what = { nature: 'decret' as const, status: 'published' as const }
  const fields = { ...what, title: 'Des annuaires', number: '2026-812', signedOn: '2026-09-03' }
  await core.ok('watch.add', { id: newId(), fields })
  await open({ title: 'Nouveau texte' })
  await retitle('Décret n° 2026-812 du 3 septembre 2026')
  expect(await screen.findByText(/Texte déjà suivi.*Des annuaires/)).toBeTruthy()
  expect(await text()).toMatchObject({ nature: 'autre', number: '' })
})

it('leaving a title writes nothing where nothing was typed, or may be', async () => {
  const cited = 'Décret n° 2026-812 du 3 septembre 2026 relatif aux annuaires'
  await user.click(await open({ title: cited }))
  await user.tab()
  await settled()
  expect(await text()).toMatchObject({ version: 1, nature: 'autre' })
  cleanup()
  id = newId()
  await user.click(await open({ title: cited }, 'Ce compte lit sans modifier.'))
  await user.keyboard(' bis')
  await user.tab()
  await settled()
  expect(await text()).toMatchObject({ version: 1, nature: 'autre', title: cited })
})
