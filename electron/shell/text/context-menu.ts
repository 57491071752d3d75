import { menuText } from './menu.ts'

const { cut, copy, paste, selectAll } = menuText

export const contextMenuText = {
  noSuggestion: 'Aucune proposition',
  add: 'Ajouter au dictionnaire',
  ignore: 'Ignorer',
  cut,
  copy,
  paste,
  selectAll,
} as const
