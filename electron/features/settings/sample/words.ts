import { quoted } from '../../../domain/text/french.ts'

export const colleges = [
  'Associations d’élus (exemple)',
  'État, directions (exemple)',
  'Opérateurs et personnes invitées (exemple)',
] as const

/** [name, acronym, college] */
export const organisations: readonly (readonly [string, string, number])[] = [
  ['Association des communes de démonstration', 'ACD', 0],
  ['Départements exemple', 'DEX', 0],
  ['Régions en exemple', 'REX', 0],
  ['Réseau des intercommunalités exemple', 'RIE', 0],
  ['Union des petites villes fictives', 'UPVF', 0],
  ['Fédération rurale d’exemple', 'FRE', 0],
  ['Métropoles de démonstration', 'MDD', 0],
  ['Direction générale exemple', 'DGX', 1],
  ['Direction du numérique fictif', 'DNF', 1],
  ['Direction des échanges de démonstration', 'DED', 1],
  ['Mission d’appui exemple', 'MAX', 1],
  ['Service des archives imaginaires', 'SAI', 1],
  ['Direction des finances de démonstration', 'DFD', 1],
  ['Agence numérique exemple', 'ANX', 2],
  ['Syndicat numérique des Trois-Vallées imaginaires', 'SNTV', 2],
  ['Groupement d’intérêt de démonstration', 'GID', 2],
  ['Éditeurs réunis de l’exemple', 'ERE', 2],
]

export const givenNames =
  'Hélène Thibault Nadège Grégoire Aïcha Solène Armand Bérénice Corentin Daphné Édouard Fanny Gaëtan Honorine Ismaël Joséphine Killian Léonie Maxence Noémie Octave Perrine Quentin Rosalie Sacha Théodora Ulysse Valentine Wassim Xavière Yohann Zélie Amélie Bastien Célestin Delphine Étienne Flore Gabin Hortense'.split(
    ' ',
  )
export const familyNames =
  'Marchetti Sarrazin Coulomb Malaval Rahmouni Delattre-Vial Bressuire Castagnède Dorléac Escoffier Fontbonne Garnerin Hautecloque Issartel Jourdheuil Kermadec Lacassagne Montferrand Nérac Ostermann Puyvallée Quercy Roquemaure Saint-Aubert Trémoulet Urvoas-Lemoine Valbonnet Wintzenried Xaintrailles Ypréville Zamora-Petit Aubépin Belleroche Chantelouve Dragonnet Estaing-Roux Ferréol Grandclément Hurtebise Isnardon'.split(
    ' ',
  )
/** Those of men; every other one is a woman's. */
export const menNames: ReadonlySet<string> = new Set(
  'Thibault Grégoire Armand Corentin Édouard Gaëtan Ismaël Killian Maxence Octave Quentin Sacha Ulysse Wassim Yohann Bastien Célestin Étienne Gabin'.split(
    ' ',
  ),
)
/** The first persons of the directory are the members. */
export const MEMBERS = 31
/** The place of the chair among them. */
export const CHAIR = 1

/** Who chairs and who keeps the minutes of every meeting. */
export const chair: readonly [string, string] = ['Hélène', 'Marchetti']
export const secretary: readonly [string, string] = ['Thibault', 'Sarrazin']

/** [of a woman, of a man] */
export const jobTitles: readonly (readonly [string, string])[] = [
  ['directrice', 'directeur'],
  ['directrice adjointe', 'directeur adjoint'],
  ['cheffe de bureau', 'chef de bureau'],
  ['chargée de mission', 'chargé de mission'],
  ['conseillère technique', 'conseiller technique'],
  ['responsable des systèmes d’information', 'responsable des systèmes d’information'],
  ['déléguée générale', 'délégué général'],
  ['maire et vice-présidente', 'maire et vice-président'],
  ['juriste', 'juriste'],
  ['cheffe de projet', 'chef de projet'],
]

export const projectNames = [
  'Passerelle d’échange sécurisée',
  'Annuaire partagé des services publics locaux',
  'Identité numérique des agents',
  'Autorisations d’urbanisme dématérialisées',
  'Conservation des documents numériques',
  'Portail des démarches des familles',
  'Registre électronique des délibérations',
  'Facturation des régies locales',
  'Signalement de l’espace public',
  'Base adresse mutualisée',
  'Guichet des associations',
  'Raccordement des écoles',
  'Tableau de bord des subventions',
  'Parapheur partagé',
  'Messagerie territoriale sécurisée',
  'Observatoire des usages',
  'Catalogue des données locales',
  'Téléservice d’état civil',
  'Gestion des astreintes',
  'Cartographie des réseaux',
  'Plateforme des marchés simplifiés',
  'Suivi des aides à la mobilité',
  'Coffre-fort des élus',
  'Atelier des formulaires',
  'Réservation des salles communales',
]

export const themes =
  'raccordement interopérabilité hébergement archivage accessibilité gouvernance tarification formation cybersécurité signature authentification calendrier budget mutualisation expérimentation généralisation normalisation documentation assistance supervision migration qualité traçabilité confidentialité simplification évaluation publication indexation sauvegarde conformité'.split(
    ' ',
  )

export const audiences = [
  'toutes les collectivités',
  'communes de plus de 3 500 habitants',
  'communes de plus de 20 000 habitants',
  'départements et régions',
  'intercommunalités à fiscalité propre',
  'établissements publics locaux',
]

export const rooms = ['salle Condorcet', 'salle Olympe-de-Gouges', 'salle des Tilleuls', 'amphithéâtre Arago']

const subjects = [
  'Le porteur du projet',
  'La direction concernée',
  'Le secrétariat',
  'Le représentant du réseau',
  'L’équipe technique',
  'Le groupe de travail',
  'La mission d’appui',
  'Le comité de suivi',
]
const verbs = [
  'rappelle',
  'présente',
  'précise',
  'détaille',
  'souligne',
  'confirme',
  'expose',
  'résume',
  'propose de revoir',
  'annonce',
]
const objects = [
  'le périmètre retenu pour la première vague',
  'les enseignements tirés des sites pilotes',
  'le coût complet du raccordement, assistance comprise',
  'les échéances prévues pour les collectivités volontaires',
  'la répartition des responsabilités entre les partenaires',
  'l’état d’avancement des développements',
  'les garanties apportées en matière de confidentialité',
  'les conditions de reprise des données existantes',
  'le résultat de la consultation des éditeurs',
  'la documentation mise à la disposition des agents',
  'les écarts constatés avec le calendrier initial',
  'le modèle économique envisagé à trois ans',
  'la trajectoire de mise en conformité',
  'les besoins de formation exprimés par les services',
]
/** Masculine nouns and adjectives, so that any two agree. */
const nouns =
  'protocole bilan référentiel schéma socle registre diagnostic budget planning cahier guichet répertoire tableau mémento lexique prototype connecteur certificat formulaire courrier dossier barème canevas maillage pilotage tutorat parrainage webinaire séminaire questionnaire sondage panorama baromètre glossaire plaidoyer rapport livret fascicule modèle gabarit jumelage dispositif périmètre corpus calendrier serveur jeton portail moteur traitement flux journal contrat marché lot règlement'.split(
    ' ',
  )
const adjectives =
  'départemental communal intercommunal régional commun partagé mutualisé détaillé provisoire définitif prévisionnel trimestriel annuel simplifié illustré complémentaire juridique budgétaire technique opérationnel pédagogique statistique documentaire graduel progressif expérimental volontaire anonyme chiffré horodaté archivé interopérable accessible bilingue numérique papier hybride comparatif synthétique exhaustif allégé consolidé unifié local rural urbain insulaire montagnard littoral frontalier'.split(
    ' ',
  )

const ends = [
  'et invite les membres à faire part de leurs remarques avant la prochaine séance',
  'sans attendre la fin de l’expérimentation',
  'en tenant compte des contraintes des plus petites communes',
  'dans le respect du cadre arrêté au printemps',
  'tout en maintenant l’accompagnement existant',
  'avec un point d’étape à mi-parcours',
  'et remercie les services qui ont contribué aux essais',
  'sous réserve de la disponibilité des équipes',
  'à la lumière des retours recueillis pendant l’été',
  'afin de limiter les saisies multiples',
]
const demands = [
  'demande si les délais annoncés tiennent compte des renouvellements de marchés',
  'souhaite que les coûts soient connus avant l’été',
  'relève que la charge reposera surtout sur les secrétariats de mairie',
  'interroge la compatibilité avec les outils déjà déployés',
  'rappelle l’attachement de ses membres à une solution facultative',
  'suggère de publier un guide pratique illustré',
  's’inquiète du nombre de connexions nécessaires chaque jour',
  'propose d’associer un département volontaire aux essais',
  'signale des difficultés de recette dans plusieurs territoires',
  'approuve la démarche et en salue la progressivité',
  'demande que les indicateurs soient partagés chaque trimestre',
]

/** One sentence of a presentation. */
export function statement(pick: <T>(list: readonly T[]) => T): string {
  return `${pick(subjects)} ${pick(verbs)} ${pick(objects)} et un ${pick(nouns)} ${pick(adjectives)}, ${pick(ends)}.`
}

/** One sentence of the exchanges, spoken for an invented body. */
export function demand(pick: <T>(list: readonly T[]) => T, acronym: string): string {
  return `L’organisme ${acronym} ${pick(demands)}, notamment pour le ${pick(nouns)} ${pick(adjectives)} et le volet ${quoted(pick(themes))}.`
}

export function decisionText(pick: <T>(list: readonly T[]) => T): string {
  return `L’instance prend acte de l’avancement et retient ${pick(objects)}, ${pick(ends)}.`
}

export function actionText(pick: <T>(list: readonly T[]) => T): string {
  const acts = ['Transmettre', 'Compléter', 'Diffuser', 'Vérifier', 'Mettre à jour', 'Présenter']
  return `${pick(acts)} le ${pick(nouns)} ${pick(adjectives)} et ${pick(objects)}.`
}

export const moveReasons: readonly string[] = [
  'Relecture en cours par le service concerné.',
  'Le prestataire demande un délai.',
  'Arbitrage attendu avant de poursuivre.',
  'Données manquantes, demandées de nouveau.',
  'Calendrier resserré par un autre chantier.',
]
export const dropReasons: readonly string[] = [
  'Repris dans un autre chantier.',
  'Sans objet depuis le changement de périmètre.',
]
export const replacedReasons: readonly string[] = [
  'Le calendrier a été revu.',
  'Le périmètre a été élargi.',
  'La décision précédente a été précisée.',
]
export const voidReasons: readonly string[] = ['L’expérimentation a pris fin.', 'Le besoin a disparu.']
