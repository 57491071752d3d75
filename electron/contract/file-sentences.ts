import { MOST_READ_BYTES } from '../domain/limits.ts'
import type { ErrorCode } from './errors.ts'
import { limitSentences } from './limit-sentences.ts'

/** What keeps a file from being read, kept or opened. */
export const fileSentences = {
  'file-refused':
    'Les programmes, scripts et raccourcis ne sont pas acceptés. Joindre plutôt un document (PDF, Word, image…).',
  'file-not-opened':
    'Ce fichier ne s’ouvre pas d’ici : il n’est pas un document, une image, un tableau, un diaporama, un texte, un courriel ou un zip, ou n’en a que le nom. Il reste gardé ; en exporter une copie pour l’examiner.',
  'file-empty': 'Le fichier est vide. Demander à l’expéditeur de l’envoyer de nouveau.',
  'file-already-there':
    'Ce fichier est déjà joint à cet endroit, à l’identique. Rien n’a été ajouté : ouvrir celui qui y est.',
  'file-too-large': limitSentences.fileBytes(MOST_READ_BYTES),
  'file-inflates':
    'Le fichier se décompresse en un contenu anormalement gros et n’a pas été ouvert. L’enregistrer de nouveau depuis Word ou Excel, puis réessayer.',
  'file-damaged':
    'Le fichier est endommagé ou d’un autre type que son nom. L’ouvrir dans son logiciel, l’enregistrer de nouveau, puis réessayer.',
  'kept-file-missing':
    'Ce fichier n’est plus dans le dossier des données. Tout le reste est gardé : le reprendre d’une sauvegarde dans « État des fichiers » (Réglages).',
  'kept-file-altered':
    'Ce fichier n’est plus tel qu’il a été enregistré ; il n’a pas été ouvert et reste gardé tel quel. Le reprendre d’une sauvegarde dans « État des fichiers » (Réglages).',
  'other-bytes':
    'Ce fichier n’est pas celui qui manque : son contenu est différent. Rien n’a été changé ; en choisir un autre, ou le joindre à la séance comme une nouvelle pièce.',
  'file-format-unknown':
    'Ce format n’est pas reconnu. Choisir un fichier Word (.docx), LibreOffice (.odt, .ods), PDF, Excel (.xlsx), CSV, texte, page web (.html), message (.eml, .msg), calendrier (.ics) ou photographie d’une page (.png, .jpg).',
  'file-format-old-word':
    'L’ancien format Word (.doc) n’est pas lu. L’ouvrir dans Word, l’enregistrer en .docx, puis réessayer.',
  'file-format-rich-text':
    'Le format RTF n’est pas lu. L’ouvrir dans Word, l’enregistrer en .docx, puis réessayer.',
  'file-scanned':
    'Ce fichier n’est fait que d’images, où aucun texte n’a pu être lu. Demander le fichier d’origine, ou des images plus nettes, puis réessayer.',
  'file-protected':
    'Le fichier est protégé par un mot de passe. Enlever la protection dans son logiciel, puis réessayer.',
  'file-unreadable-in-time':
    'La lecture du fichier prend trop de temps et a été arrêtée. L’enregistrer de nouveau en plus simple, puis réessayer.',
  'notebook-other-meeting':
    'Ce carnet de notes est celui d’une autre séance. Rien n’a été ajouté : ouvrir la séance dont il porte la référence, puis l’y déposer.',
  'notebook-empty':
    'Aucune ligne n’a été trouvée dans ce carnet. Ce qui est dans une image n’est pas lu : demander un fichier Word ou texte où les notes sont tapées.',
  'notebook-too-long':
    'Ce carnet dépasse 3 000 lignes : ce n’est sans doute pas un carnet de notes. N’en garder que les notes de la séance, puis réessayer.',
  'transcript-empty':
    'Personne ne parle dans cette transcription : l’enregistrement était muet ou trop court. Rien n’a été ajouté : choisir une autre transcription, ou noter la séance à la main.',
  'transcript-too-long':
    'Cette transcription compte plus de 3 000 passages. N’en garder que ceux de la séance, puis réessayer.',
  'logo-too-large':
    'L’image est trop grande pour un logo (5 Mo et 10 millions de pixels au plus). La réduire dans un logiciel d’image, puis réessayer.',
  'drawing-refused':
    'Ce dessin SVG ne peut pas être repris : il est vide, trop compliqué ou fait appel à d’autres fichiers. L’exporter de nouveau en SVG simple ou en PNG, puis réessayer.',
  'picture-unknown':
    'Ce format d’image n’est pas lu (une photo HEIC ou un TIFF, par exemple). L’enregistrer en JPEG ou en PNG, puis l’ajouter de nouveau.',
  'picture-too-large':
    'L’image est trop grande (20 Mo et 80 millions de pixels au plus). La réduire ou en faire une capture d’écran, puis l’ajouter de nouveau.',
  'picture-missing':
    'Une image de ce document n’est plus dans le dossier des données. La supprimer du texte, l’ajouter de nouveau, puis réessayer.',
  'colour-illegible':
    'Cette couleur se lit mal sur le papier. Rien n’a été changé : en choisir une plus foncée.',
  'template-refused':
    'Le modèle Word choisi pour ce document ne convient plus. Rien n’est perdu : ouvrir Réglages, Documents imprimés, Modèles Word, y choisir de nouveau ce modèle pour lire ce qui est à corriger, ou le retirer, puis réessayer. L’export en PDF n’en dépend pas.',
  'report-too-large':
    'Le rapport de présence est trop volumineux (5 Mo et 5 000 lignes au plus). N’y laisser que la séance, puis réessayer.',
  'report-unknown':
    'Ce fichier n’est pas un rapport de présence connu (Teams, Zoom, BigBlueButton) ni une liste de noms. L’exporter de nouveau en CSV ou coller les noms, puis réessayer.',
} as const satisfies Partial<Record<ErrorCode, string>>
