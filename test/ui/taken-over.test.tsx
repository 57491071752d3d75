import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { agendaText } from '../../renderer/text/agenda.ts'
import { meetingDeskText } from '../../renderer/text/meeting-desk.ts'
import { oldFilesText as text } from '../../renderer/text/old-files.ts'
import { projectionText } from '../../renderer/text/projection.ts'
import { repliesText } from '../../renderer/text/replies.ts'
import type { Answers } from './fake-core.ts'
import { id, meeting, meetingFile } from './sample.ts'
import { show } from './show.tsx'

describe('a meeting that was taken over', () => {
  const none = { items: [], links: [], guests: [], provenance: [], settled: [] }
  const answers = (takenOver: 'locked' | 'unlocked'): Answers => ({
    'meetings.get': () => meetingFile(meeting(7, { state: 'held', takenOver })),
    'agenda.list': () => ({ ...none, meetingId: id(7), followUpId: null }),
    'oldFiles.setLock': ({ locked }) => meeting(7, { takenOver: locked ? 'locked' : 'unlocked' }),
  })

  it('has the controls of its papers off with the reason, and the way to open it', async () => {
    const { core, user } = show(`#/seances/${id(7)}/ordre-du-jour`, answers('locked'))
    const read = await screen.findByRole('button', { name: agendaText.import })
    expect(read.getAttribute('aria-disabled')).toBe('true')
    expect(read.title).toBe(text.lockedReason)
    await user.click(screen.getByRole('button', { name: agendaText.point }))
    const menu = within(await screen.findByRole('menu', { name: agendaText.point }))
    for (const item of menu.getAllByRole('menuitem')) {
      expect(item.getAttribute('aria-disabled')).toBe('true')
      await user.click(item)
    }
    expect(screen.getByRole('menu', { name: agendaText.point, description: text.lockedReason })).toBeTruthy()
    await user.keyboard('{Escape}')
    const line = screen.getByRole<HTMLInputElement>('textbox', { name: agendaText.newItem })
    expect([line.readOnly, line.title]).toEqual([true, text.lockedReason])
    await user.click(read)
    await user.type(line, 'Un point')
    expect(core.calls.filter(({ method }) => ['agenda.add', 'agenda.update'].includes(method))).toEqual([])
    await user.click(screen.getByRole('button', { name: text.unlock }))
    expect(core.inputsOf('oldFiles.setLock')).toEqual([{ id: id(7), version: 1, locked: false }])
  })

  it('has neither the live meeting nor the projection, which were elsewhere', async () => {
    show(`#/seances/${id(7)}/documents`, {
      ...answers('unlocked'),
      'attachments.list': () => [],
      'attachments.awaited': () => [],
      'documents.produced': () => [],
    })
    const tabs = within(await screen.findByRole('navigation', { name: meetingDeskText.tabs }))
    expect(tabs.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      ...['Préparer', 'Participants', 'Envois', 'Compte rendu'],
    ])
    expect(screen.queryByRole('region', { name: projectionText.region })).toBeNull()
  })

  it('says that nobody was convened through the application, and where its participants are', async () => {
    show(`#/seances/${id(7)}/participants`, {
      ...answers('locked'),
      'attendance.list': () => [],
      'replies.list': () => ({ meetingId: id(7), asked: [] }),
    })
    await screen.findByText(repliesText.takenOver)
    const link = screen.getByRole('link', { name: repliesText.openMinutes })
    expect(link.getAttribute('href')).toBe(`#/seances/${id(7)}/compte-rendu`)
    expect(screen.queryByText(repliesText.empty)).toBeNull()
  })

  it('once opened has them on', async () => {
    show(`#/seances/${id(7)}/ordre-du-jour`, answers('unlocked'))
    const read = await screen.findByRole('button', { name: agendaText.import })
    expect(read.getAttribute('aria-disabled')).toBeNull()
    expect(screen.getByRole('button', { name: text.lock })).toBeTruthy()
  })
})
