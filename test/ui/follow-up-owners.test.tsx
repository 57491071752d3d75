import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { actionRow, keepingRegister } from './follow-up-sample.ts'
import { id } from './sample.ts'
import { show } from './show.tsx'

const inspector = () => screen.findByRole('complementary')

describe('open actions', () => {
  it('of an organisation say who is reminded of them; of nobody, that somebody is to be chosen', async () => {
    const alone = { now: { owner: '', organisation: '' } }
    const body = { now: { owner: '', organisation: 'ADX' } }
    const rows = [actionRow(7, 'Chiffrer l’aide', body), actionRow(8, 'Relancer les préfectures', alone)]
    const directory = {
      colleges: [],
      formerNames: [],
      organisations: [
        {
          id: id(70),
          version: 1,
          name: 'Association exemple',
          acronym: 'ADX',
          article: null,
          collegeId: null,
          protocolOrder: 0,
        },
      ],
      persons: [
        {
          id: id(71),
          version: 1,
          civility: '' as const,
          givenName: 'Ada',
          familyName: 'Tilleul',
          jobTitle: '',
          organisationId: id(70),
          email: '',
          phone: '',
          copyEmails: '',
          otherNames: '',
          protocolOrder: 0,
        },
      ],
      mandates: [
        {
          id: id(72),
          version: 1,
          personId: id(71),
          organisationId: id(70),
          seriesId: null,
          role: 'titulaire' as const,
          startsOn: null,
          endsOn: null,
        },
      ],
    }
    const { user } = show('#/decisions-actions', {
      ...keepingRegister(rows),
      'directory.list': () => directory,
    })
    const grid = within(await screen.findByRole('grid'))
    expect(screen.getByRole('row', { name: /Chiffrer/ }).textContent).toContain('ADX')
    expect(screen.getByRole('row', { name: /Chiffrer/ }).textContent).not.toContain('personne à choisir')
    expect(screen.getByRole('row', { name: /Relancer/ }).textContent).toContain('personne à choisir')
    await user.click(grid.getByText('Chiffrer l’aide'))
    expect(await within(await inspector()).findByText(/Ada Tilleul/)).toBeTruthy()
    expect(within(await inspector()).getByText('Rappel à')).toBeTruthy()
    expect(within(await inspector()).getByText(/sans adresse/)).toBeTruthy()
  })
})
