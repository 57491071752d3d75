// What two of the screens show whose letters are pressed.
import { screen } from '@testing-library/react'
import { newId } from '../../renderer/api/new-id.ts'
import type { RealCore } from './minutes-real-core.tsx'
import { draftItem, openReview, readFile } from './review-screen.tsx'

/** Changes that were retained, and that nobody has written yet. */
export async function owedIn(real: RealCore, meetingId: string, rows: 1 | 2): Promise<void> {
  const itemId = newId()
  const fields = { title: 'Annuaire partagé' }
  await real.ok('agenda.add', { id: itemId, meetingId, parentId: null, afterId: null, fields })
  const drafts = ['Premier', 'Second'].slice(0, rows).map((words) => ({
    ...{ id: newId(), itemId, anchor: '', place: '', organisation: 'Un', organisationId: null },
    ...{ author: 'Ève', authoredAt: null, kind: 'change' as const, source: 'tracked' as const },
    ...{ beforeText: `${words} avant.`, afterText: `${words} après.`, comment: '' },
    ...{ isKnown: false, isResolved: false },
  }))
  const file = {
    fileName: 'retour.docx',
    sha256: 'a'.repeat(64),
    minutesVersionId: null,
    circle: 'internal' as const,
    drafts,
  }
  await real.ok('observations.take', { meetingId, paper: 'minutes', files: [file] })
  for (const { id, version } of await real.ok('observations.list', { meetingId }))
    await real.ok('observations.decide', {
      ...{ id, version, state: 'accepted', answer: '', write: false, over: null },
    })
}

/** A file of so many lines, of which the reading took none; one is chosen. */
export async function lineToSay(rows: 1 | 2): Promise<HTMLElement> {
  window.location.hash = '#/import'
  const file = {
    ...readFile([draftItem(3, 'La grue')], '2027-02-06'),
    blocks: ['Le quai', 'Le phare']
      .slice(0, rows)
      .map((text) => ({ type: 'listItem' as const, level: 0, marker: '•', text })),
  }
  const { user } = await openReview(file, { 'imports.read': () => file })
  const line = screen.getByRole('option', { name: /Le quai/u })
  await user.click(line)
  // It takes the focus once it was laid out as the one that does.
  await new Promise(requestAnimationFrame)
  return line
}
