// What the administration of a machine may settle, said once: the files for its tools (npm run policies), the reading at
// start, and the screen all follow from it.
import { z } from 'zod'
import { MailAccount, SendingWay } from '../dispatch/sending.ts'

type Words = { readonly fr: string; readonly en: string }

/** How a value is given, and what else its kind needs to be offered. */
type Kind =
  | { readonly type: 'folder' | 'host' | 'address' | 'switch' | 'extensions'; readonly value: z.ZodType }
  | { readonly type: 'number'; readonly value: z.ZodType; readonly min: number; readonly max: number }
  | {
      readonly type: 'choice'
      readonly value: z.ZodType
      readonly choices: Readonly<Record<string, Words>>
    }

export type Policy = Kind & { readonly title: Words; readonly explain: Words }

const folder = { type: 'folder', value: z.string().min(1).max(1_000) } as const
const onOff = { type: 'switch', value: z.boolean() } as const
const address = {
  type: 'address',
  // Without TLS on this very machine alone.
  value: z
    .url()
    .max(1_000)
    .regex(/^(https:\/\/|http:\/\/127\.0\.0\.1(:\d{1,5})?(\/|$))/),
} as const

export const policies = {
  DataFolder: {
    ...folder,
    title: { fr: 'Dossier des données', en: 'Data folder' },
    explain: {
      fr: 'Le dossier où se trouvent les données, par un chemin complet ; « %USERNAME% » et les autres variables d’environnement y sont remplacées. Il passe avant l’option « --data-dir » et la variable « SEANCES_DATA_DIR ». Les données déjà présentes ailleurs n’y sont pas déplacées.',
      en: 'The folder of the data, as a complete path; %USERNAME% and other environment variables are replaced. It goes before the option --data-dir and the variable SEANCES_DATA_DIR. Data that are elsewhere already are not moved.',
    },
  },
  CopyFolder: {
    ...folder,
    title: { fr: 'Second dossier des copies', en: 'Second folder of copies' },
    explain: {
      fr: 'Le dossier où chaque sauvegarde vérifiée est aussi copiée, par un chemin complet. Un dossier du réseau convient.',
      en: 'The folder to which each verified backup is also copied, as a complete path. A network folder is fine.',
    },
  },
  SharedFolder: {
    ...folder,
    title: { fr: 'Dossier partagé', en: 'Shared folder' },
    explain: {
      fr: 'Le dossier où les documents envoyés sont aussi déposés, par un chemin complet.',
      en: 'The folder to which the documents that are sent are also written, as a complete path.',
    },
  },
  Team: {
    ...onOff,
    title: { fr: 'Travail en équipe', en: 'Working as a team' },
    explain: {
      fr: 'Permet, ou non, de rejoindre la base d’une équipe et d’y partager ce que le poste contient. Un poste qui en a déjà rejoint une y reste.',
      en: 'Allows to join the base of a team and to share what the desk holds there, or not. A desk that has joined one already stays there.',
    },
  },
  TeamConnection: {
    ...folder,
    title: { fr: 'Fichier de connexion de l’équipe', en: 'Connection file of the team' },
    explain: {
      fr: 'Le fichier de connexion de la seule équipe que ce poste peut rejoindre, par un chemin complet. Le compte et le mot de passe restent ceux de la personne.',
      en: 'The connection file of the only team that this desk can join, as a complete path. The account and the password remain those of the person.',
    },
  },
  MailWay: {
    type: 'choice',
    value: z.enum(['program', ...SendingWay.options]),
    choices: {
      program: { fr: 'S’ouvrent dans la messagerie', en: 'Opened in the mail program' },
      drafts: {
        fr: 'Se déposent dans les brouillons (IMAP)',
        en: 'Put into the drafts of the mailbox (IMAP)',
      },
      server: { fr: 'Partent par un serveur (SMTP)', en: 'Sent by a server (SMTP)' },
    },
    title: { fr: 'Départ des messages', en: 'How messages leave' },
    explain: {
      fr: 'Comment les messages quittent le poste. « S’ouvrent dans la messagerie » interdit tout envoi par l’application elle-même.',
      en: 'How messages leave the desk. "Opened in the mail program" forbids the application to send anything itself.',
    },
  },
  MailHost: {
    type: 'host',
    value: MailAccount.shape.host,
    title: { fr: 'Serveur de messagerie', en: 'Mail server' },
    explain: {
      fr: 'Le nom du seul serveur auquel l’application peut confier un message. Le compte et le mot de passe restent ceux de la personne.',
      en: 'The name of the only server to which the application may hand a message. The account and the password remain those of the person.',
    },
  },
  MailPort: {
    type: 'number',
    value: MailAccount.shape.port,
    min: 1,
    max: 65_535,
    title: { fr: 'Port du serveur de messagerie', en: 'Port of the mail server' },
    explain: {
      fr: 'Usuellement 993 ou 143 pour les brouillons (IMAP), 465 ou 587 pour l’envoi (SMTP).',
      en: 'Usually 993 or 143 for drafts (IMAP), 465 or 587 for sending (SMTP).',
    },
  },
  MailSecurity: {
    type: 'choice',
    value: MailAccount.shape.security,
    choices: {
      tls: { fr: 'TLS dès la connexion', en: 'TLS from the connection on' },
      starttls: { fr: 'STARTTLS', en: 'STARTTLS' },
    },
    title: { fr: 'Chiffrement du serveur de messagerie', en: 'Encryption of the mail server' },
    explain: {
      fr: 'Il n’y a pas de troisième choix : un mot de passe ne circule jamais en clair.',
      en: 'There is no third choice: a password never travels in clear.',
    },
  },
  Spelling: {
    ...onOff,
    title: { fr: 'Vérification de l’orthographe', en: 'Spelling' },
    explain: {
      fr: 'Souligne, ou non, les mots mal écrits. Le dictionnaire est sur le poste ; rien n’est envoyé.',
      en: 'Underlines misspelt words, or not. The dictionary is on the desk; nothing is sent.',
    },
  },
  DueNotices: {
    ...onOff,
    title: { fr: 'Annonce des échéances', en: 'Notices of deadlines' },
    explain: {
      fr: 'Annonce une fois par jour, ou jamais, le nombre d’échéances par les notifications du système. Aucun titre n’y figure.',
      en: 'Announces once a day, or never, the number of deadlines by the notifications of the system. No title is among them.',
    },
  },
  NotOpened: {
    type: 'extensions',
    value: z.array(z.string().regex(/^[a-z0-9]{1,12}$/)).max(200),
    title: {
      fr: 'Sortes de fichiers qui ne s’ouvrent pas d’un clic',
      en: 'File kinds that do not open from a click',
    },
    explain: {
      fr: 'Extensions, une par ligne (« zip », « doc »), des fichiers reçus qui s’exportent mais que l’application n’ouvre dans aucun autre logiciel. Elles s’ajoutent à celles qu’elle n’ouvre jamais.',
      en: 'Extensions, one a line (zip, doc), of received files that can be exported but that the application opens in no other program. They come on top of those that it never opens.',
    },
  },
  UpdateAddress: {
    ...address,
    title: { fr: 'Adresse des nouvelles versions', en: 'Address of new versions' },
    explain: {
      fr: 'L’adresse (https) du dossier où les fichiers d’une version sont déposés. Sans elle, ou quand l’application est installée pour toute la machine, rien n’est cherché. Avec elle, une personne peut chercher, télécharger et installer une version, chaque fois à sa demande.',
      en: 'The address (https) of the folder where the files of a release are put. Without it, or when the application is installed for the whole machine, nothing is looked for. With it a person can look for a version, download and install it, each time on request.',
    },
  },
  Legifrance: {
    ...onOff,
    title: { fr: 'Interrogation de Légifrance', en: 'Asking Légifrance' },
    explain: {
      fr: 'Permet, ou non, de demander un texte à Légifrance avec les clés PISTE du secrétariat. Sans clés, rien n’est demandé.',
      en: 'Allows a text to be asked of Légifrance with the PISTE keys of the office, or not. Without keys nothing is asked.',
    },
  },
  LegifranceAddress: {
    ...address,
    title: { fr: 'Adresse de la passerelle PISTE', en: 'Address of the gateway PISTE' },
    explain: {
      fr: 'L’adresse (https) qui remplace « oauth.piste.gouv.fr » et « api.piste.gouv.fr », quand l’administration a sa propre passerelle.',
      en: 'The address (https) in place of oauth.piste.gouv.fr and api.piste.gouv.fr, where the administration has a gateway of its own.',
    },
  },
  OfficePrograms: {
    ...onOff,
    title: { fr: 'Conversion par un logiciel de bureau', en: 'Conversion by an office program' },
    explain: {
      fr: 'Permet, ou non, de lancer LibreOffice ou PowerPoint pour faire un PDF d’une présentation du dossier de projection, et LibreOffice pour lire un ancien fichier Word (.doc) ou un .rtf.',
      en: 'Allows LibreOffice or PowerPoint to be started, or not, to make a PDF of a presentation of the projection folder, and LibreOffice to read an old Word file (.doc) or an .rtf.',
    },
  },
} as const satisfies Readonly<Record<string, Policy>>

export type PolicyKey = keyof typeof policies

type Shape = { [K in PolicyKey]: z.ZodOptional<(typeof policies)[K]['value']> }

export const policyKeys = Object.keys(policies) as readonly PolicyKey[]

/** What is settled on this machine; what is absent is each desk's own choice. */
export const Settled = z.strictObject(
  // Filled from the table above, key by key.
  Object.fromEntries(policyKeys.map((key) => [key, policies[key].value.optional()])) as Shape,
)
export type Settled = z.output<typeof Settled>

/** A value that means nothing, by what it should have been; no policy has the name, or the whole file is no such file. */
export const PolicyFault = z.strictObject({
  key: z.string(),
  rule: z.enum([
    'folder',
    'host',
    'address',
    'switch',
    'extensions',
    'number',
    'choice',
    'unknown',
    'unreadable',
  ]),
})
export type PolicyFault = z.output<typeof PolicyFault>

/** Where the tools of each system put them. */
export const REGISTRY_KEY = 'Software\\Policies\\SeancesINP'
export const PREFERENCES_DOMAIN = 'fr.inp.seances'
export const POLICY_FILE = 'policies.json'
