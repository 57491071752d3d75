import type { PolicyFault } from '../../electron/domain/managed/policies.ts'
import { quoted } from '../../electron/domain/text/french.ts'

const ignored = 'Cette valeur est ignorée : le réglage reste au choix de ce poste.'

export const managedText = {
  title: 'Réglages imposés',
  lead: 'L’administration d’un poste peut fixer des réglages ; ils ne se changent alors pas ici. Ils sont lus au démarrage.',
  note: 'L’administration de ce poste a fixé ce réglage.',
  which: 'Voir les réglages imposés',
  none: 'Rien n’est imposé sur ce poste.',
  from: {
    registry: 'Lus dans le registre de Windows (stratégies).',
    preferences: 'Lus dans les préférences gérées de macOS.',
    file: 'Lus dans un fichier de l’administration.',
  },
  unsure: (keys: readonly string[]) => `En cause : ${keys.map(quoted).join(', ')}.`,
  on: 'oui',
  off: 'non',
  noKind: 'aucune',
  faults: {
    folder: (key) =>
      `${quoted(key)} doit être un chemin complet, dont les variables sont connues de ce poste. ${ignored}`,
    host: (key) => `${quoted(key)} doit être le nom d’un serveur, comme « imap.exemple.fr ». ${ignored}`,
    address: (key) => `${quoted(key)} doit être une adresse qui commence par « https:// ». ${ignored}`,
    switch: (key) => `${quoted(key)} doit valoir 1 (oui) ou 0 (non). ${ignored}`,
    extensions: (key) => `${quoted(key)} doit être une liste d’extensions, comme « zip ». ${ignored}`,
    number: (key) => `${quoted(key)} doit être un nombre de 1 à 65 535. ${ignored}`,
    choice: (key) => `${quoted(key)} doit être l’un des choix du modèle de stratégie. ${ignored}`,
    unknown: (key) => `${quoted(key)} n’est pas un réglage de cette version. Il est ignoré.`,
    unreadable: (key) =>
      `${quoted(key)}, de l’administration, ne se lit pas. Rien de ce qui s’y trouve n’est imposé : vérifier ses droits et sa forme.`,
  } satisfies Record<PolicyFault['rule'], (key: string) => string>,
}
