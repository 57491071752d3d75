import { screen } from '@testing-library/react'
import type { Output } from '../../electron/contract/index.ts'
import type { Answers } from './fake-core.ts'
import { show } from './show.tsx'

const here = { awaySince: null, copyAt: null, isCopyShown: false }
export const alone: Output<'team.get'> = { member: null, role: null, ...here }
export const joined: Output<'team.get'> = {
  member: {
    host: 'base.exemple.fr',
    database: 'inp',
    user: 'lea',
    since: '2026-11-24T09:00:00.000Z',
  },
  role: 'secretariat',
  ...here,
}
export const answers = (team: Output<'team.get'>, more: Answers = {}): Answers => ({
  'team.get': () => team,
  'team.password': () => ({ standing: 'none', canKeep: false }),
  'team.mates': () => [],
  'team.say': () => ({}),
  ...more,
})
export const file = (text: string) => new File([text], 'equipe.json', { type: 'application/json' })
const connection = JSON.stringify({ kind: 'seances-inp/equipe', host: 'localhost', database: 'inp' })

/** This desk before the page of the team, once its account was tried. */
export async function offered(more: Answers) {
  const shown = show('#/reglages/equipe', answers(alone, more))
  await shown.user.upload(await screen.findByLabelText('Choisir le fichier de connexion…'), file(connection))
  await shown.user.type(await screen.findByRole('textbox', { name: 'Compte' }), 'lea')
  await shown.user.type(screen.getByLabelText('Mot de passe'), 'secret')
  await shown.user.click(screen.getByRole('button', { name: 'Continuer' }))
  return shown
}
