import { openCore } from '../../electron/features/core.ts'

export type Desk = { title: string; next: string; written: string; itemId: string; sectionId: string }

/** Forty pages in one text of the minutes being written, and what the screens will be asked for. */
export async function prepareDesk(data: string): Promise<Desk> {
  const core = await openCore({
    dataFolder: data,
    who: 'mesure',
    runJob: () => Promise.reject(new Error('no job is needed')),
    emit: () => undefined,
    log: () => undefined,
  })
  const envelope = await core.call('meetings.list', { year: null })
  const rows = envelope.ok ? envelope.value : []
  const next = rows.find(({ state }) => state === 'planned')
  const written = rows.find(({ minutesState }) => minutesState === 'review')
  if (!next || !written) throw new Error('the demo has no meeting in preparation or no minutes in review')
  const view = await core.call('minutes.get', { meetingId: written.id })
  const section = view.ok ? view.value?.sections[3] : undefined
  if (!section) throw new Error('no section')
  // Some 3,000 characters a page.
  const text = 'La direction présente le calendrier du raccordement des communes, que chacun relit. '.repeat(
    4,
  )
  const exchanges = {
    type: 'doc' as const,
    content: Array.from({ length: Math.ceil((40 * 3_000) / text.length) }, (_, rank) => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: `${rank + 1}. ${text}` }],
    })),
  }
  const { id, version } = section
  await core.call('minutes.updateSection', { id, version, patch: { exchanges } })
  await core.close().catch(() => undefined)
  return { title: next.title, next: next.id, written: written.id, itemId: section.itemId, sectionId: id }
}
