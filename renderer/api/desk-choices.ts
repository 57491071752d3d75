// How this desk shows things, besides its theme; kept on the desk, not in the data.
import { useSyncExternalStore } from 'react'

/** The first of each holds until another is chosen. */
export const deskChoices = {
  rows: ['confortable', 'compacte'],
  sidebar: ['place', 'deployee', 'repliee'],
  keyHints: ['montre', 'masque'],
  letters: ['actives', 'coupees'],
  motion: ['systeme', 'aucun'],
} as const

export type DeskChoice = keyof typeof deskChoices
export type DeskChoiceValue<N extends DeskChoice> = (typeof deskChoices)[N][number]

const listeners = new Set<() => void>()

export function readDeskChoice<N extends DeskChoice>(name: N): DeskChoiceValue<N> {
  const known: readonly DeskChoiceValue<N>[] = deskChoices[name]
  const stored = localStorage.getItem(`display.${name}`)
  return known.find((value) => value === stored) ?? deskChoices[name][0]
}

export function setDeskChoice<N extends DeskChoice>(name: N, value: DeskChoiceValue<N>): void {
  localStorage.setItem(`display.${name}`, value)
  applyDeskChoices()
}

/** Puts on the page what its styles ask for. */
export function applyDeskChoices(): void {
  const { dataset } = document.documentElement
  dataset.density = readDeskChoice('rows')
  dataset.motion = readDeskChoice('motion')
  for (const listener of listeners) listener()
}

export function useDeskChoice<N extends DeskChoice>(name: N): DeskChoiceValue<N> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => readDeskChoice(name),
  )
}
