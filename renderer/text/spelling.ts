import { quoted } from '../../electron/domain/text/french.ts'

export const spellingText = {
  title: 'Orthographe',
  lead: 'Le dictionnaire français est dans l’application : aucun mot ne quitte cet ordinateur. Un clic droit sur un mot souligné propose des corrections.',
  underline: 'Souligner les mots inconnus sur cet ordinateur',
  words: 'Mots ajoutés au dictionnaire',
  wordsLead: 'Les noms et les sigles de l’annuaire sont déjà connus.',
  noWords:
    'Aucun mot ajouté. Un clic droit sur un mot souligné, puis « Ajouter au dictionnaire », l’ajoute ici.',
  newWord: 'Nouveau mot',
  add: 'Ajouter le mot',
  typeFirst: 'Tapez d’abord un mot.',
  oneWord: 'Tapez un seul mot, sans espace.',
  remove: (word: string) => `Retirer ${quoted(word)} du dictionnaire`,
  removed: (word: string) => `${quoted(word)} retiré du dictionnaire`,
} as const
