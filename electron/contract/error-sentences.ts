// One French sentence per error code, saying what happened, what was kept and what to do. They live beside the codes
// because the window and the command line both say them.

import { encryptionSentences } from './encryption-sentences.ts'
import type { ErrorCode, Failure } from './errors.ts'
import { fileSentences } from './file-sentences.ts'
import { firstSentences } from './first-sentences.ts'
import { limitSentences } from './limit-sentences.ts'
import { mailSentences } from './mail-sentences.ts'
import { teamSentences } from './team-sentences.ts'

/** What keeps Légifrance from being asked. */
const legifranceSentences = {
  'legifrance-no-keys':
    'Légifrance n’est interrogé qu’avec les clés PISTE du secrétariat. Les saisir dans Réglages, « Légifrance », puis réessayer.',
  'legifrance-keys-refused':
    'Légifrance refuse ces clés. Rien n’a été changé : vérifier l’identifiant et le secret « OAuth » de l’application sur piste.gouv.fr, et qu’elle est abonnée à l’API Légifrance.',
  'legifrance-not-there':
    'Légifrance ne connaît pas ce texte : il n’est pas encore paru, ou sa référence est fausse. Rien n’a été changé ; la vérifier à la source.',
  'legifrance-limit':
    'Le nombre de demandes permis par Légifrance est atteint. Rien n’a été changé : réessayer dans quelques minutes.',
  'legifrance-away':
    'Légifrance ne répond pas, ou sa réponse n’a pas pu être lue. Rien n’a été changé : vérifier le réseau, puis réessayer, ou coller le texte copié de sa page.',
} as const satisfies Partial<Record<ErrorCode, string>>

/** What the administration settled, and what keeps a new version from coming here. */
const deskSentences = {
  'setting-managed':
    'L’administration de ce poste a fixé ce réglage. Rien n’a été changé : Réglages, « Réglages imposés », dit lequel.',
  'data-place-unsure':
    'L’administration de ce poste fixe le dossier des données, et sa consigne n’a pas pu être lue ou comprise. Rien n’a été ouvert ni créé, pour ne pas écrire à côté : relancer l’application, puis prévenir l’assistance informatique.',
  'update-in-session': 'Une séance est en cours. La lever avant d’installer la nouvelle version.',
  'update-unsaved':
    'Un texte saisi n’est pas enregistré : la marque en haut de la fenêtre dit lequel. Le terminer ou l’abandonner avant d’installer la nouvelle version.',
  'update-away':
    'La nouvelle version n’a pas pu être cherchée ou téléchargée. Rien n’a changé : vérifier le réseau, puis réessayer.',
} satisfies Partial<Record<ErrorCode, string>>

export const errorSentences: Readonly<Record<ErrorCode, string>> = {
  ...firstSentences,
  'invalid-input':
    'Une valeur saisie n’est pas acceptée, ou un texte est trop long. Rien n’a été changé : la corriger, puis réessayer.',
  'not-found':
    'Cet élément n’existe plus, ou il a été supprimé entre-temps. Rien n’a été changé : quitter cet écran, puis y revenir pour lire ce qui reste.',
  conflict:
    'Cet élément a changé entre-temps. Rien n’a été écrasé : relire la version affichée, puis refaire la modification.',
  'meeting-over':
    'Cette séance est levée, elle ne s’ouvre plus. Si elle l’a été par erreur, annuler la levée dans l’historique.',
  'meeting-to-come':
    'Le jour de cette séance n’est pas venu : elle ne peut pas avoir été tenue, ni son compte rendu être relu, validé ou envoyé. L’ouvrir si elle se tient, ou la déplacer à son jour.',
  'minutes-out':
    'Le compte rendu de cette séance est relu, validé ou envoyé\u00a0: elle ne se déplace pas à un jour qui n’est pas venu. Le ramener d’abord en rédaction, depuis le menu de son écran.',
  'other-in-session': 'Une autre séance est en cours. La lever avant d’ouvrir celle-ci.',
  'nobody-convened': 'Personne n’est convié à cette séance. Ajouter des participants avant de la convoquer.',
  'state-refuses':
    'Cela n’est plus possible dans l’état actuel. Rien n’a été changé : relire ce qui est affiché, puis choisir ce qui s’y propose.',
  'sample-built-on':
    'Des éléments ont été ajoutés à côté de l’exemple et partiraient avec lui. Rien n’a été retiré : les supprimer d’abord, ou continuer avec l’exemple.',
  'item-written':
    'Des notes, des décisions, des observations ou le compte rendu parlent de ce point, ou de l’un de ses sous-points\u00a0: il reste à l’ordre du jour, et rien n’en est perdu. Retirer d’abord ce qui y est écrit.',
  'line-reworded':
    'La décision ou l’action de cette ligne a été réécrite ou suivie depuis\u00a0: rien n’a été changé. La retirer d’abord dans le compte rendu, puis recommencer.',
  'day-told':
    'Un message parti donne aux membres jusqu’à un jour plus tardif\u00a0: le dernier jour ne peut pas venir avant. Rien n’a été changé : choisir ce jour ou un jour plus tardif.',
  'meeting-begun':
    'Une convocation est partie pour cette séance, ou son compte rendu dit déjà quelque chose\u00a0: elle ne se supprime pas. L’annuler plutôt, et prévenir qui a été convoqué.',
  'project-on-agenda':
    'Ce projet est déjà à l’ordre du jour d’une séance à venir. Retirer d’abord ce point, puis inscrire le projet ici.',
  'slot-already-asked':
    'Un passage de ce projet est déjà demandé et attend une séance. Compléter cette demande plutôt que d’en ajouter une.',
  'reference-used':
    'Des projets portent cette référence, qui reste en place. L’archiver : elle ne sera plus proposée.',
  'in-use':
    'Il est à l’ordre du jour d’une séance, qui en garde la trace : il ne se supprime pas. Le retirer de cet ordre du jour si la séance est à venir, ou le clore.',
  'meeting-taken-over':
    'Cette séance a été reprise d’anciens fichiers : son ordre du jour et son compte rendu sont verrouillés. Rien n’a été modifié : la déverrouiller d’abord pour la corriger.',
  approved:
    'Ce compte rendu est approuvé et scellé : il ne change plus. Établir un rectificatif pour le corriger.',
  'meeting-sealed':
    'Le compte rendu de cette séance est approuvé : ce qu’il dit de la séance et de son ordre du jour ne change plus. Établir un rectificatif pour le corriger.',
  'undo-conflict':
    'Impossible d’annuler ou de rétablir : l’élément a été modifié depuis. Rien n’a été changé : le corriger à la main, d’après l’historique.',
  'act-passed':
    'Cet acte n’est plus le prochain\u00a0: un autre est à annuler ou à rétablir d’abord. Rien n’a été modifié.',
  'undo-past-seal':
    'Ce qui a été scellé en dernier ne se défait pas. Établir un rectificatif pour le corriger.',
  'limit-reached':
    'La limite est atteinte : il y en a trop à la fois. Rien n’a été changé : en prendre moins, ou en retirer avant d’en ajouter.',
  'text-too-deep':
    'Ce texte emboîte plus de six listes, citations ou tableaux, ou plus de deux tableaux : il ne pourrait pas être imprimé. En retirer des niveaux, puis réessayer.',
  'text-too-long':
    'Ce texte est trop long pour être imprimé d’un seul tenant (200 000 signes et 10 000 paragraphes ou cases au plus). En joindre une partie en pièce, puis réessayer.',
  ...fileSentences,
  'not-a-backup':
    'Ce fichier n’est pas une sauvegarde de Séances INP. Choisir un fichier « .seances » créé par l’application.',
  'not-a-parcel':
    'Ceci n’est ni un profil exporté ni une archive de séance de Séances INP. Rien n’a été modifié : choisir le dossier qui contient « manifeste.json », ou le fichier .zip d’origine.',
  'not-a-profile':
    'C’est l’archive d’une seule séance, pas un profil complet. Rien n’a été modifié : choisir un profil exporté par l’application.',
  'not-an-archive':
    'C’est un profil complet, pas l’archive d’une séance. Le vérifier comme un profil, ou choisir une archive de séance.',
  'not-approved':
    'Le compte rendu de cette séance n’a pas été approuvé et scellé ici : il n’y a pas d’archive à en faire. Rien n’a été écrit : l’approuver d’abord.',
  'no-archives-agency':
    'Un transfert nomme le service d’archives et le service versant. Rien n’a été écrit : indiquer leurs identifiants dans Réglages, « Archivage », puis réessayer.',
  'not-a-pdf':
    'Ce fichier n’est pas un PDF. Rien n’a été ajouté : signer le PDF scellé tel qu’il est exporté, puis l’ajouter.',
  'signed-other':
    'Ce PDF n’est pas le compte rendu scellé : il est d’un autre document, ou il a été réenregistré avant d’être signé. Rien n’a été ajouté : signer le PDF scellé tel qu’il est exporté, puis ajouter l’exemplaire signé.',
  'signed-changed':
    'Ce PDF contient le compte rendu scellé, mais ce qui y a été ajouté change une page ou ne se laisse pas vérifier. Rien n’a été ajouté : signer le PDF scellé tel qu’il est exporté, sans note ni modification.',
  'not-signed':
    'Ce PDF ne porte aucune signature. Rien n’a été ajouté : le signer avec le programme de signature, puis ajouter le fichier qu’il a écrit.',
  'parcel-altered':
    'Un fichier de ce profil ne correspond plus à ce qui a été exporté. Rien n’a été modifié : recopier le profil depuis son emplacement d’origine, puis réessayer.',
  'parcel-too-large':
    'Le profil dépasse ce qu’un fichier .zip peut contenir (4 Go ou 65 535 fichiers). Rien n’a été écrit : choisir l’export en dossier.',
  busy: 'Une autre opération longue est déjà en cours. Attendre sa fin ou l’arrêter, puis réessayer.',
  'writer-away':
    'Ce poste est en lecture seule : la main a été passée. Rien n’a été enregistré ni perdu : ouvrir « Passer la main » dans les Réglages pour la reprendre.',
  'writer-moving':
    'Une passation est en cours sur ce poste. Rien n’a été enregistré : réessayer dès qu’elle est terminée.',
  'copy-shown':
    'Une copie est ouverte en lecture seule. Rien n’a été enregistré : quitter la copie pour modifier les données.',
  'copy-not-arrived':
    'La copie n’est pas encore arrivée en entier dans le dossier. Rien n’a été changé : attendre la fin de la synchronisation, puis réessayer.',
  'writer-taken':
    'Un autre poste a la main, ou vient de la prendre. Rien n’a été changé ici : ouvrir « Passer la main » dans les Réglages pour lire qui l’a.',
  'writer-unreadable':
    'Le fichier « passation.json » du dossier partagé est illisible ou a été modifié à la main. Il a été laissé en place : demander à l’autre poste de transmettre de nouveau, ou reprendre la main.',
  'writer-other-profile':
    'Ce dossier sert déjà à la passation d’autres données. Rien n’y a été écrit : choisir un autre dossier.',
  'no-shared-folder':
    'Aucun dossier partagé n’est choisi. Choisir celui que les deux postes voient, puis réessayer.',
  'merge-refused':
    'La réunion des deux versions n’a pas passé la vérification. Rien n’a été changé et les deux originaux sont gardés : réessayer avec d’autres choix.',
  'place-refused':
    'Ce dossier est lui-même sur le réseau, synchronisé, ou dans celui des données. Rien n’a été déplacé : en choisir un sur le disque de cet ordinateur.',
  'move-failed':
    'La copie des données ne correspond pas à l’original : elle n’a pas été retenue. Les données sont restées où elles étaient, intactes : réessayer, ou choisir un autre disque.',
  'data-moving':
    'Le déplacement des données se termine. Le texte reste dans la fenêtre : réessayer dans un instant.',
  'restore-under-way': 'Une restauration est déjà en cours. Attendre sa fin ou l’annuler, puis réessayer.',
  ...encryptionSentences,
  ...deskSentences,
  ...legifranceSentences,
  ...mailSentences,
  ...teamSentences,
  cancelled: 'L’opération a été annulée. Rien n’a été modifié.',
  'data-in-use':
    'Les données sont déjà ouvertes dans une autre fenêtre de Séances INP. Fermer l’autre fenêtre, puis réessayer.',
  'data-read-only':
    'Le dossier des données est en lecture seule. Rien n’est perdu : rendre le dossier modifiable, puis réessayer.',
  'data-newer':
    'Ces données ont été créées par une version plus récente de Séances INP. Elles n’ont pas été touchées : installer la dernière version.',
  'data-damaged':
    'Le fichier des données est endommagé. Il a été laissé en place et rien n’y est plus écrit : suivre la récupération proposée, ou restaurer la dernière sauvegarde vérifiée.',
  'data-missing':
    'Le fichier des données n’est plus dans son dossier. Rien n’a été créé à sa place : reprendre la dernière sauvegarde vérifiée.',
  'disk-failing':
    'Le disque n’a pas pu lire ou écrire une partie des données. Rien n’y est plus écrit et le texte reste dans la fenêtre : vérifier les données, puis prévenir l’assistance informatique.',
  'data-moved':
    'Les données de ce dossier ont été déplacées ailleurs. Ce qui reste ici n’a pas été ouvert, pour ne pas écrire à côté : lancer l’application sur l’ordinateur qui les a.',
  'disk-full':
    'Le disque est plein : l’enregistrement a échoué et le texte reste dans la fenêtre. Libérer de la place, puis réessayer.',
  'folder-unreachable':
    'Le dossier n’est pas accessible. Vérifier le réseau ou choisir un autre dossier, puis réessayer.',
  'folder-gone':
    'Le dossier choisi n’existe plus ou n’est plus branché. Rien n’a été écrit : choisir un autre dossier, puis réessayer.',
  'folder-read-only':
    'Il n’est pas permis d’écrire dans ce dossier. Rien n’a été écrit : choisir un autre dossier, puis réessayer.',
  'name-too-long':
    'Le nom du fichier est trop long pour ce dossier. Rien n’a été écrit : choisir un nom plus court, puis réessayer.',
  'file-locked':
    'Le fichier est ouvert dans un autre logiciel. Il est resté comme avant : le fermer, puis réessayer.',
  'core-restarting':
    'L’enregistrement redémarre. Le texte reste dans la fenêtre et sera envoyé de nouveau dans un instant.',
}

/** The sentence of a failure; one that met a limit says which. */
export function failureSentence({ code, limit }: Pick<Failure, 'code' | 'limit'>): string {
  return limit === undefined ? errorSentences[code] : limitSentences[limit.of](limit.most)
}
