import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { beforeText } from '../../renderer/text/before.ts'
import { meetingActText } from '../../renderer/text/meeting.ts'
import { meetingDeskText } from '../../renderer/text/meeting-desk.ts'
import { details, oneMeeting } from './one-meeting.ts'
import { home, id, meeting, meetingRow } from './sample.ts'
import { show } from './show.tsx'
import { chooseMore } from './under-bar.tsx'

describe('a meeting', () => {
  it('is moved to another date, the old one kept by the core', async () => {
    const { core, user } = show(details, oneMeeting())
    await user.click(await screen.findByRole('button', { name: 'Déplacer…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Déplacer la séance' }))
    const [day] = dialog.getAllByRole('spinbutton')
    if (day !== undefined) await user.click(day)
    await user.keyboard('17')
    await user.click(dialog.getByRole('button', { name: 'Déplacer la séance' }))
    await waitFor(() => expect(core.inputsOf('meetings.move').at(-1)?.date).toBe('2026-12-17'))
  })

  it('is not moved to where it is, and a date that was chosen outlives Escape', async () => {
    const { user } = show(details, oneMeeting())
    const open = async () => {
      await user.click(await screen.findByRole('button', { name: 'Déplacer…' }))
      return within(await screen.findByRole('dialog', { name: 'Déplacer la séance' }))
    }
    const act = (dialog: Awaited<ReturnType<typeof open>>) =>
      dialog.getByRole('button', { name: 'Déplacer la séance' }).getAttribute('aria-disabled')
    const dialog = await open()
    expect(act(dialog)).toBe('true')
    const [day] = dialog.getAllByRole('spinbutton')
    if (day !== undefined) await user.click(day)
    await user.keyboard('17{Escape}')
    const again = await open()
    expect(again.getAllByRole('spinbutton')[0]?.textContent).toBe('17')
    expect(act(again)).toBe(null)
  })

  it('is told, before it is moved or made, that its day has another meeting already', async () => {
    const other = meetingRow(13, { date: '2026-12-18', startTime: '14:00', number: 12 })
    const answers = { ...oneMeeting(), 'meetings.list': () => [other] }
    const { user } = show(details, answers)
    await user.click(await screen.findByRole('button', { name: 'Déplacer…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Déplacer la séance' }))
    expect(dialog.queryByText(/Ce jour a déjà/)).toBeNull()
    const [day] = dialog.getAllByRole('spinbutton')
    if (day !== undefined) await user.click(day)
    await user.keyboard('18')
    expect(await dialog.findByText(/Ce jour a déjà la séance n°.12, à 14.h/)).toBeTruthy()
    await user.keyboard('{Escape}')
    await user.keyboard('{Control>}n{/Control}')
    const made = within(await screen.findByRole('dialog', { name: 'Nouvelle séance' }))
    const [first] = made.getAllByRole('spinbutton')
    if (first !== undefined) await user.click(first)
    await user.keyboard('18122026')
    expect(await made.findByText(/Ce jour a déjà la séance n°.12, à 14.h/)).toBeTruthy()
  })

  it('is told that the day it goes to is past, until it goes to another', async () => {
    const { user } = show(details, oneMeeting())
    await user.click(await screen.findByRole('button', { name: 'Déplacer…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Déplacer la séance' }))
    const [day] = dialog.getAllByRole('spinbutton')
    if (day !== undefined) await user.click(day)
    await user.keyboard('03122020')
    expect(await dialog.findByText(/Cette date est passée.: jeudi 3.décembre 2020/)).toBeTruthy()
    if (day !== undefined) await user.click(day)
    await user.keyboard('03122126')
    expect(await dialog.findByText(/Cette date est lointaine/)).toBeTruthy()
    expect(dialog.queryByText(/Cette date est passée/)).toBeNull()
  })

  it('says of an hour that it is refused only until the one that stood is typed again', async () => {
    const { user } = show(details, oneMeeting(meeting(12, { startTime: '14:00', endTime: '16:30' })))
    await user.click(await screen.findByRole('button', { name: 'Déplacer…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Déplacer la séance' }))
    const end = dialog.getByRole('textbox', { name: meetingDeskText.end })
    await user.clear(end)
    await user.type(end, '13h{Tab}')
    expect(await dialog.findByText(/La fin précède le début/)).toBeTruthy()
    await user.clear(end)
    await user.type(end, '16h30{Tab}')
    await waitFor(() => expect(dialog.queryByText(/La fin précède le début/)).toBeNull())
  })

  it('in session goes back to convened only once it is asked what that ends', async () => {
    const { core, user } = show(details, oneMeeting(meeting(12, { state: 'inSession' })))
    await chooseMore(user, meetingDeskText.backToConvened)
    expect(await screen.findByText(/La séance en cours s’interrompt/)).toBeTruthy()
    expect(core.inputsOf('meetings.setState')).toEqual([])
    await user.click(screen.getByRole('button', { name: beforeText.goBack.act }))
    await waitFor(() =>
      expect(core.inputsOf('meetings.setState')).toMatchObject([{ id: id(12), state: 'convened' }]),
    )
  })

  it('convened goes back to planned only once it is asked what the convened still have', async () => {
    const { core, user } = show(details, oneMeeting(meeting(12, { state: 'convened' })))
    await chooseMore(user, meetingActText.planned)
    expect(await screen.findByText(/Qui a reçu une convocation .* et le faire savoir/)).toBeTruthy()
    expect(core.inputsOf('meetings.setState')).toEqual([])
    await user.click(screen.getByRole('button', { name: beforeText.plan.act }))
    await waitFor(() =>
      expect(core.inputsOf('meetings.setState')).toMatchObject([{ id: id(12), state: 'planned' }]),
    )
  })

  it.each([
    ['before its day', '2026-11-25', 'true'],
    ['once its day has come', '2026-11-24', null],
  ])('is noted as held, or not: %s', async (_, date, unavailable) => {
    const answers = oneMeeting(meeting(12, { state: 'convened', date }))
    const { user } = show(details, { ...answers, 'home.get': () => home() })
    await chooseMore(user, meetingActText.held)
    const act = await screen.findByRole('button', { name: beforeText.hold.act })
    await waitFor(() => expect(act.getAttribute('aria-disabled')).toBe(unavailable))
    expect(screen.queryAllByText(/Sa date n’est pas passée/).length > 0).toBe(unavailable === 'true')
  })

  it('once convened says what a move brings, asks why, and offers the message', async () => {
    const { user } = show(details, oneMeeting(meeting(12, { state: 'convened' })))
    await user.click(await screen.findByRole('button', { name: 'Déplacer…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Déplacer la séance' }))
    expect(dialog.getByText(/le fichier calendrier est à renvoyer/)).toBeTruthy()
    const [day] = dialog.getAllByRole('spinbutton')
    if (day !== undefined) await user.click(day)
    await user.keyboard('25')
    expect(dialog.getByText(/Ce jour est férié.: Noël/)).toBeTruthy()
    await user.type(dialog.getByRole('textbox', { name: 'Motif' }), 'Salle indisponible{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Préparer le message' }))
    expect(window.location.hash).toBe(`#/seances/${id(12)}/envois?id=dateChange`)
  })
})
