import type { ErrorCode } from './errors.ts'

/** What keeps an encrypted copy from being made or opened. */
export const encryptionSentences = {
  'passphrase-wrong':
    'La phrase de passe n’est pas celle de cette copie chiffrée. Rien n’a été changé : vérifier les majuscules et la disposition du clavier, puis réessayer. La clé écrite sur la fiche de secours ouvre aussi la copie.',
  'recovery-key-mistyped':
    'Cette clé n’est pas recopiée exactement : un signe manque, est de trop ou n’est pas le bon. Rien n’a été changé : relire la ligne « AGE-SECRET-KEY-1… » de la fiche de secours, groupe par groupe, puis réessayer. Les espaces et les majuscules ne comptent pas.',
  'passphrase-needed':
    'Cette copie est chiffrée : elle ne s’ouvre qu’avec sa phrase de passe. Rien n’a été changé : saisir la phrase de passe, puis réessayer.',
  'passphrase-weak':
    'Cette phrase de passe se devinerait trop vite. Rien n’a été changé : en choisir une plus longue, par exemple quatre ou cinq mots sans rapport entre eux.',
  'encryption-key-missing':
    'La clé de ces copies chiffrées (un fichier « cle-….age ») n’est pas à côté d’elles, ou elle est endommagée. Rien n’a été changé : remettre ce fichier dans le dossier, ou saisir la clé écrite sur la fiche de secours.',
  'encrypted-damaged':
    'Cette copie chiffrée est incomplète ou endommagée : elle ne s’ouvre pas, même avec la bonne phrase de passe. Les données de ce poste n’ont pas été touchées : choisir une autre copie.',
  'encryption-shared-folder':
    'Ce dossier sert aussi à passer la main, et ce qui s’y dépose doit rester lisible par l’autre poste : les copies n’y sont pas chiffrées. Rien n’y a été écrit : choisir un dossier à part pour les copies chiffrées.',
} as const satisfies Partial<Record<ErrorCode, string>>
