import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const dispatchSettingsText = {
  sender: 'Envoi des messages',
  senderLead: 'Ces mots entrent dans chaque message préparé et dans les fichiers de calendrier.',
  fields: {
    email: 'Adresse du secrétariat',
    signature: 'Signature des messages',
    messageLimitMb: 'Taille maximale d’un message, en Mo',
    convocationDays: 'Délai de convocation, en jours',
    convocationDaysHelp: 'Un avertissement seulement : rien n’est bloqué.',
    convocationCounting: 'Décompte du délai',
    convocationCountingHelp: 'Francs : ni le jour de l’envoi ni celui de la séance ne comptent.',
  },
  counting: { calendar: 'jours calendaires', working: 'jours ouvrés', clear: 'jours francs' },

  templates: 'Modèles de messages',
  templatesLead:
    'Les mots entre accolades sont remplacés par ceux de la séance au moment de préparer le message.',
  kind: 'Message',
  subject: 'Objet',
  body: 'Texte',
  insertField: (field: string) => `Insérer {${field}}`,
  fieldsOfKind: 'Champs de ce message',
  unknownField: (fields: readonly string[]) =>
    `${fields.join(', ')} : ce message n’a pas ce champ. Choisir un champ ci-dessous ; le modèle n’est pas enregistré.`,
  subjectNeeded: 'L’objet ne peut pas être vide.',
  changed: 'Modèle modifié',
  shipped: 'Modèle d’origine',
  reset: 'Revenir au modèle d’origine',
  resetDone: (kind: string) => `${kind} : modèle d’origine repris`,

  folder: 'Dossier partagé',
  folderLead:
    'Chaque document envoyé est aussi écrit dans ce dossier. Ce que l’application n’y a pas écrit n’est jamais touché.',
  noFolder: 'Aucun dossier choisi.',
  inFolder: (name: string) => `Documents écrits dans le dossier ${quoted(name)}.`,
  choose: 'Choisir un dossier…',
  change: 'Changer de dossier…',
  pattern: 'Rangement dans le dossier',
  patternHelp:
    'Avec {année}, {date}, {numéro}, {titre} et {document}. Une barre oblique ouvre un sous-dossier.',
  patternExample: (path: string) => `Exemple : ${path}`,
  exampleTitle: 'Séance plénière',
  exampleDocument: 'Convocation.pdf',
  patternEscapes:
    'Ce rangement sort du dossier choisi. Ne pas commencer par une barre oblique, ni écrire « .. ».',
  patternUnknown: (field: string) =>
    `${field} n’est pas un champ. Choisir parmi {année}, {date}, {numéro}, {titre} et {document}.`,
  lastWritten: (when: string) => `Dernière écriture : ${when}.`,
  nothingWritten: 'Rien n’y a encore été écrit.',
  queued: (documents: number) =>
    `${plural(documents, 'document attend d’être écrit', 'documents attendent d’être écrits')}. Un nouvel essai se fait toutes les 15 minutes.`,
  retry: 'Réessayer maintenant',
  retrying: 'Écriture…',
  leave: 'Ne plus utiliser ce dossier',
  left: 'Dossier partagé quitté : ce qui y est reste',
} as const
