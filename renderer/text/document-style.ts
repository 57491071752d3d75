import type { OptionalSection } from '../../electron/domain/documents/document-style.ts'
import type { SampleTemplate, TemplateKind } from '../../electron/domain/documents/word-template.ts'
import type { Outcome } from '../../electron/domain/minutes/minutes.ts'
import { outcomeWords } from '../../electron/domain/minutes/outcome-words.ts'
import type { SentenceKey } from '../../electron/domain/text/standard-sentences.ts'

const ratio = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 1 })

type FixedKey = Exclude<SentenceKey, `outcome.${string}`>

const fixedSentences: Readonly<Record<FixedKey, string>> = {
  'minutes.opened': 'Ouverture',
  'minutes.closed': 'Clôture',
  'minutes.suspended': 'Suspension',
  'minutes.closedBefore': 'Clôture avant la fin de l’ordre du jour',
  'minutes.next': 'Prochaine séance',
  'minutes.question': 'Question restée ouverte, reprise des notes',
  'minutes.watch': 'Texte à suivre, repris des notes',
  'convocation.salutation': 'Formule d’appel',
  'convocation.invitation': 'Invitation',
  'convocation.closing': 'Formule de politesse',
}

export const documentStyleText = {
  settingsLead:
    'Émetteur, logos, signataire, couleurs, parties imprimées et phrases types des documents, avec un aperçu.',

  letterhead: 'Émetteur et signataire',
  letterheadLead:
    'Chaque document porte l’en-tête en vigueur le jour de sa séance\u00a0: en ajouter un quand le service change de nom, sans toucher aux documents passés.',
  period: 'En-tête',
  first: 'Depuis toujours',
  from: (date: string) => `À partir du ${date}`,
  addPeriod: 'Ajouter un en-tête à partir d’une date',
  removePeriod: 'Supprimer cet en-tête',
  periodRemoved: 'En-tête supprimé',
  otherThanPreview: (date: string) =>
    `L’aperçu montre une séance du ${date}, qui porte un autre en-tête\u00a0: ce qui change ici ne s’y voit pas.`,
  fields: {
    validFrom: 'En vigueur à partir du',
    issuer: 'Direction ou mission émettrice',
    address: 'Adresse du service',
    addressHelp: 'Une ligne par ligne imprimée, sur les lettres.',
    place: 'Lieu d’où partent les lettres',
    placeHelp: 'Imprimé devant la date\u00a0: «\u00a0Paris, le…\u00a0». Vide\u00a0: la date seule.',
    signatoryTitle: 'Qualité de la personne qui signe',
    signatoryName: 'Nom de la personne qui signe',
    signatoryHelp: 'Sur la convocation. Vide\u00a0: la présidence de la séance signe.',
  },
  dateTaken: 'Un autre en-tête commence ce jour-là. Choisir une autre date.',

  logos: 'Logos',
  logosLead:
    'Déposer une image SVG, PNG ou JPEG, la coller (Ctrl+V) ou la choisir. Seuls sont repris d’un SVG les tracés, les couleurs et les textes.',
  issuerLogo: 'Logo de l’émetteur',
  partnerLogos: 'Logos des partenaires',
  noLogo: 'Aucun logo.',
  chooseIssuer: 'Choisir le logo de l’émetteur…',
  choosePartner: 'Ajouter le logo d’un partenaire…',
  addingLogo: 'Lecture de l’image…',
  logoAdded: (name: string) => `Logo ajouté\u00a0: ${name}`,
  logoRemoved: (name: string) => `Logo retiré\u00a0: ${name}`,
  logoFailed: (name: string) => `${name}\u00a0:`,
  alt: 'Texte de remplacement',
  altHelp: 'Lu à qui ne voit pas le logo.',
  altMissing:
    'Sans texte de remplacement, ce logo est muet pour qui ne le voit pas. Écrire le nom de l’organisme.',
  logoLine: (rank: number, name: string) => `Logo ${rank}, ${name}`,
  up: (name: string) => `Placer plus tôt\u00a0: ${name}`,
  down: (name: string) => `Placer plus tard\u00a0: ${name}`,
  remove: (name: string) => `Retirer le logo\u00a0: ${name}`,

  colours: 'Couleurs',
  coloursLead: 'Chaque couleur doit se lire sur le papier blanc et sur son propre fond pâle.',
  colourFields: {
    accent: 'Titres et numéros',
    decisionColour: 'Décisions',
    actionColour: 'Actions',
  },
  pick: (name: string) => `Choisir dans une palette\u00a0: ${name}`,
  legible: (value: number) => `Contraste de ${ratio(value)}\u00a0: se lit bien.`,
  tooPale: (value: number) =>
    `Contraste de ${ratio(value)}, il en faut 4,5\u00a0: trop pâle pour être lue. La couleur d’avant est gardée.`,
  notAColour:
    'Écrire une couleur comme «\u00a0#0a5a66\u00a0»\u00a0: un dièse et six chiffres ou lettres de a à f.',
  takeNearest: (colour: string) => `Prendre la plus proche qui se lit, ${colour}`,
  shippedColours: 'Revenir aux couleurs d’origine',

  printed: 'Ce qui est imprimé',
  footer: 'Pied de page',
  footerHelp: 'Sur chaque page, à côté de la référence. Vide\u00a0: rien.',
  attendanceList: 'Liste des participants du compte rendu',
  attendanceLists: {
    names: 'Noms et fonctions',
    organisations: 'Organismes seulement',
  },
  attendanceHelp: 'Adresses électroniques et téléphones ne sont jamais imprimés.',
  recordWord: 'Nom du relevé',
  recordWords: { décisions: 'Relevé de décisions', conclusions: 'Relevé de conclusions' },
  positions: 'Positions des organismes, dans le compte rendu',
  positionPlaces: { text: 'En phrases', table: 'En tableau', none: 'Pas du tout' },
  publicNames: 'Personnes, dans la version publique',
  publicNamed: { names: 'Par leur nom', functions: 'Par leur fonction' },
  publicHelp:
    'La version publique du compte rendu et du relevé laisse de côté ce qui est réservé aux membres.',
  emptyItems: 'Dire, sous un point sans texte, que rien n’est consigné',
  recordPlace: 'Place du relevé dans le compte rendu',
  recordPlaces: { afterItems: 'Après les points', beforeItems: 'Avant les points' },
  sections: 'Parties imprimées',
  sectionNames: {
    attendance: 'Participants, dans le compte rendu',
    agenda: 'Rappel de l’ordre du jour, dans le compte rendu',
    record: 'Tableau des décisions et des actions, dans le compte rendu',
    watch: 'Textes suivis, sous les points du compte rendu',
    nextMeeting: 'Prochaine séance, dans le compte rendu',
    followUp: 'Suivi du document, puis approbation, dans le compte rendu',
    minutesSignature: 'Signatures, à la fin du compte rendu validé',
    signature: 'Signature, sur la convocation',
  } satisfies Record<OptionalSection, string>,
  embedsData: 'Joindre les données aux fichiers PDF, Word, OpenDocument et web',
  embedsDataHelp:
    'Le fichier porte, sous une forme lisible par un programme, ce qui est imprimé et rien d’autre\u00a0: il peut ainsi être repris ici ou ailleurs.',

  templates: 'Modèles Word',
  templatesLead:
    'Un fichier Word de l’administration, dont les contrôles de contenu portent le nom d’une partie du document\u00a0: l’export Word le remplit. Le Word envoyé en relecture garde la présentation d’ici, pour que les corrections soient relues.',
  templateKinds: { minutes: 'Compte rendu', agenda: 'Ordre du jour' } satisfies Record<TemplateKind, string>,
  noTemplate: 'Présentation de l’application',
  chooseTemplate: 'Choisir un modèle…',
  chooseTemplateFor: (name: string) => `Choisir un modèle Word\u00a0: ${name}`,
  removeTemplate: 'Retirer',
  removeTemplateFor: (name: string) => `Retirer le modèle Word\u00a0: ${name}`,
  readingTemplate: 'Lecture du modèle…',
  templateSet: (name: string) => `Modèle choisi\u00a0: ${name}`,
  templateRemoved: (name: string) => `Modèle retiré\u00a0: ${name}`,
  sampleSaved: (name: string) => `Exemple exporté\u00a0: ${name}`,
  templateRefused: (name: string) => `${name} n’a pas été retenu\u00a0:`,
  samples: {
    simple: 'Exporter un exemple simple…',
    cadre: 'Exporter un exemple avec cadre…',
    ordreDuJour: 'Exporter un exemple d’ordre du jour…',
  } satisfies Record<SampleTemplate, string>,

  sentences: 'Phrases types',
  sentencesLead:
    'Un mot entre accolades est remplacé à l’impression\u202f; ce qui est entre crochets disparaît quand ce mot n’est pas connu.',
  sentenceGroups: {
    minutes: 'Compte rendu',
    outcome: 'Issue des points',
    convocation: 'Convocation',
  },
  sentence: (key: SentenceKey): string =>
    key in fixedSentences
      ? fixedSentences[key as FixedKey]
      : outcomeWords[key.slice('outcome.'.length) as Outcome],
  sentenceFields: (fields: readonly string[]) =>
    `Mots possibles\u00a0: ${fields.map((name) => `{${name}}`).join(', ')}.`,
  unknownField: (fields: readonly string[]) =>
    `${fields.join(', ')}\u00a0: cette phrase n’a pas ce mot. La phrase d’avant est gardée.`,
  reset: 'Revenir à la phrase d’origine',
  resetOf: (name: string) => `Revenir à la phrase d’origine\u00a0: ${name}`,
  resetDone: (name: string) => `Phrase d’origine remise\u00a0: ${name}`,

  previewed: 'Document de l’aperçu',
  previewKinds: { minutes: 'Compte rendu', timedAgenda: 'Ordre du jour', convocation: 'Convocation' },
  previewOf: (date: string) => `Aperçu sur la séance du ${date}`,
  nothingToPreview: 'Rien à montrer pour l’instant',
  nothingToPreviewHint: 'L’aperçu montrera ici la dernière séance. Créer une séance pour le voir.',
}
