import type { Stance } from './session.ts'

export const stanceWords: Readonly<Record<Stance, string>> = {
  favorable: 'Favorable',
  reserves: 'Favorable avec réserves',
  defavorable: 'Défavorable',
  reservee: 'Position réservée',
  sansAvis: 'Sans avis',
}
