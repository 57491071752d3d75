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

/** Of who speaks, in the third person; those that are nouns too only where nothing hangs on them ("demande de report"). */
const saying = new Set(
  (
    'indique estime signale juge considere pense trouve craint insiste ajoute repond explique presente informe alerte dit ' +
    'veut voit va vote remercie interroge conteste deplore denonce suggere souligne evoque mentionne objecte constate ' +
    'questionne corrige conclut resume plaide encourage dispose sait connait espere croit aimerait voudrait souhaiterait ' +
    'etait avait aura doute previent annonce confirme affirme souleve releve remarque observe reserve'
  ).split(' '),
)
const nounsToo = new Set(
  'demande note charge acte reste partage remarque reserve rappel vote doute complete precise annonce'.split(
    ' ',
  ),
)
/** Before a verb and nothing else, but for "s’il" and an infinitive. */
const beforeVerb = /^(?:ne|n['’]|se|s['’](?!ils? )|y) ?(?!pas |plus |jamais |rien |il |ils )(\p{L}+)/iu

/** Whether words go on where a subject, one or several, stands: "demande un délai", and not "le coût est trop élevé". */
export function goesOnAfter(plural: boolean, words: string): boolean {
  if (!/^\p{Ll}/u.test(words)) return false
  const led = beforeVerb.exec(words)?.[1]
  const [first = '', next = ''] = foldedWords(words)
  const verb = led ?? first
  // Neither "demandé", nor "à revoir", nor "peut-être".
  if (/^(?:\p{L}*é(?:e?s?)|à|(?:[ns]['’])?\p{L}+-\p{L}+)(?!\p{L})/iu.test(words)) return false
  const isVerb =
    led === undefined
      ? (verbs.has(singular(first)) || saying.has(singular(first))) &&
        !(nounsToo.has(first) && ['a', 'de', 'd', 'sur', 'quant', ''].includes(next))
      : !/(?:er|ir|re)$/u.test(led)
  return isVerb && /(?:(?<![tv]i)ent|ont)$/u.test(verb) === plural
}

/** "demandent", "estiment" by their "demande", "estime". */
const singular = (verb: string) => (/ent$/u.test(verb) && !verbs.has(verb) ? verb.replace(/nt$/u, '') : verb)

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
