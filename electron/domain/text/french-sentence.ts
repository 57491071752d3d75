import { foldedWords } from './fold.ts'
import { withCapital } from './french.ts'

/** Forms that decisions are written with; what is derived by its ending is not listed. */
const verbs = new Set(
  (
    'est sont a ont prend prennent decide valide approuve adopte demande demandent retient donne emet souhaite propose ' +
    'confie charge reporte renvoie rejette accepte constate recommande invite prevoit fixe cree autorise maintient ' +
    'confirme arrete abandonne suspend ouvre clot inscrit note rappelle engage lance convient agree soutient refuse ' +
    'transmet saisit designe mandate doit doivent peut peuvent fait font sera seront devient reste s’engage acte ' +
    'rend rendent prononce ajourne ecarte etend modifie remplace supprime publie diffuse organise met tient entend ' +
    'exprime regrette salue partage attend veille precise complete'
  ).split(' '),
)
/** "Créer un groupe", "seront reçus", "prévoyait", "estiment". */
const endings = /(?:[^s]er|ir|dre|tre|ront|rait|raient|aient|issent|[^mt]ent)$/u
/** Words that end like verbs and are none. */
const nouns = new Set(
  (
    'hier dossier dernier premier cahier calendrier fichier courrier papier metier atelier chantier janvier fevrier ' +
    'quartier foncier financier echeancier particulier regulier singulier entier ouvrier hospitalier policier courtier ' +
    'danger etranger leger hiver mer fer cher avenir souvenir loisir plaisir soir desir tir pouvoir devoir savoir ' +
    'entre contre encontre autre centre notre votre titre chapitre trimestre semestre maitre arbitre filtre ministre ' +
    'registre lettre metre parametre perimetre fenetre theatre quatre cadre ordre desordre moindre gendre ' +
    'retrait portrait extrait trait attrait front accident incident president vice-president agent client patient ' +
    'parent adherent referent resident argent talent absent present recent frequent different urgent permanent ' +
    'pertinent coherent evident precedent excellent equivalent competent inherent continent arret document projet ' +
    'souvent comment'
  ).split(' '),
)

/** Whether words go on where a subject stands: "demande un délai". */
export function beginsWithVerb(words: string): boolean {
  const [first = ''] = foldedWords(words)
  return /^\p{Ll}/u.test(words) && verbs.has(first)
}

/** Words with their full stop; one that ends already is left as it is. */
export function endedSentence(words: string): string {
  const bare = words.trim().replace(/(?<!\.)\.{2}$/u, '.')
  return bare === '' || /[.!?…:;]$|[.!?…]\s?»$/u.test(bare) ? bare : `${bare}.`
}

/** Words begun with a capital and ended with a full stop. */
export function asSentence(words: string): string {
  return endedSentence(withCapital(words.trim()))
}

/** Whether words begin with a capital (or a figure) and have a verb: "L’instance prend acte", not "avis favorable au modèle". */
export function readsAsSentence(text: string): boolean {
  const words = text.trim().replace(/^[«"“\s]+/u, '')
  if (words === '' || /^\p{Ll}/u.test(words)) return false
  return foldedWords(words).some((word) => verbs.has(word) || (endings.test(word) && !nouns.has(word)))
}
