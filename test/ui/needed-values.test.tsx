// Hours and dates that a thing cannot be without: emptied, the field says so, and what stood there is kept.
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { DateField } from '../../renderer/ui/DateField.tsx'
import { TimeField } from '../../renderer/ui/ParsedField.tsx'
import { installFakeCore } from './fake-core.ts'
import { details, oneMeeting } from './one-meeting.ts'
import { show } from './show.tsx'

const lack = () => screen.queryByText(/Ce champ ne peut pas être vide/)

describe('an emptied field that needs a value', () => {
  beforeEach(() => {
    installFakeCore({})
  })

  it('of an hour says so on leaving, and takes another', async () => {
    const stored: unknown[] = []
    render(<TimeField label="Début" value="14:00" needed onCommit={(time) => stored.push(time)} />)
    const user = userEvent.setup()
    const field = screen.getByLabelText('Début')
    await user.clear(field)
    expect(lack()).toBeNull()
    await user.tab()
    expect(lack()).not.toBeNull()
    expect(stored).toEqual([])
    await user.type(field, '9h')
    expect(lack()).toBeNull()
    await user.tab()
    await waitFor(() => expect(stored).toEqual(['09:00']))
  })

  it('of a date says so, and takes another', async () => {
    const stored: unknown[] = []
    const store = (date: string | null) => stored.push(date)
    render(<DateField label="Reçu le" keptAs="essai" value="2026-11-05" needed onCommit={store} />)
    const user = userEvent.setup()
    const parts = within(screen.getByRole('group', { name: 'Reçu le' })).getAllByRole('spinbutton')
    for (const part of parts) {
      expect(lack()).toBeNull()
      await user.click(part)
      await user.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}')
    }
    await waitFor(() => expect(lack()).not.toBeNull())
    expect(stored).toEqual([])
    if (parts[0] !== undefined) await user.click(parts[0])
    await user.keyboard('13112026')
    await waitFor(() => expect(stored).toEqual(['2026-11-13']))
    expect(lack()).toBeNull()
  })

  it('is the start of a meeting', async () => {
    const { user, core } = show(details, oneMeeting())
    await user.clear(await screen.findByLabelText('Début'))
    await user.tab()
    expect(await screen.findByText(/Ce champ ne peut pas être vide/)).toBeTruthy()
    expect(core.inputsOf('meetings.update')).toEqual([])
  })
})
