// What somebody takes upon them in a sentence of the text: "Zoé fera le planning", "Affiche à refaire (Luc)".
import { fold, oneLine } from '../fold.ts'
import type { Line } from '../lines.ts'
import { namesSomebody, ownerAndDue } from './owner-and-due.ts'
import type { FoundAction } from './statements.ts'

/** What is done by doing it, and not by saying it; folded, in the present. What it is done to follows. */
const DOES = String.raw`(?:envoie|ecri[tv]|relance|prepare|redige|appelle|contacte|reserve|transmet(?:te)?|fourni[ts]|verifie|organise|cherche|achete|commande|consulte|obtient|refait|previent|installe|inscri[tv]|notifie|accompagne|rapporte|complete|ajoute|diffuse|publie|finalise|retourne|rempli[ts]|chiffre|signe|corrige|convoque|imprime|affiche|distribue|recupere|apporte|amene|nettoie|repare|livre|depose|saisi[ts]|partage|cree|teste|migre|ouvre|renouvelle|relit|coordonne|pose|prete|rembourse|rencontre|sollicite|negocie|consolide|traduit|calcule|anime|recense|liste|etabli[ts]|reprend|regle|range|stocke|revoi[te]|reecrit|gere|tient|demonte|monte|scanne|archive|actualise|programme|planifie|recontacte)(?:e?nt)?`
const OBJECT = String.raw`(?=\s(?:l[ea]s?|l'|un|une|des|du|deux|trois|quatre|\d|ses|son|sa|leurs?|nos|notre|avec|a|au|aux|en|pour|tous|toutes|chaque|chez|d'ici|avant)\b|\s?(?:$|[.!]))`

/** The same in words of their own. */
const TAKES = String.raw`(?:s'en (?:occupe|charge)|s'(?:occupe|engage)|se (?:charge|renseigne|rapproche|met en contact|rend)|met a jour|met en (?:place|ligne)|prend (?:contact|rendez-vous|rdv|en charge)|fait (?:l[ea]s? |l'|un |une |des |deux |trois |\d|ses |sa |son |passer|poser|suivre|intervenir|venir|remonter|parvenir|circuler|signer)|va (?:voir|[a-z]+(?:er|ir|re)\b)|voit (?:avec|l[ea]s? |si |comment)|demande (?:un |des |le |les |deux |trois |\d+ )devis|(?:est|sont) chargee?s? d|doi(?:t|vent) (?!etre)[a-z]+(?:er|ir|re|oir)\b)`

/** "fera", "prendront"; who will be there, speak or leave does nothing by that. */
const WILL = String.raw`(?!(?:ser|aur|pourr|presenter|participer|assister|rester|intervien|viendr|reviendr|quitter|partir|siger|beneficier|recevr|devr|succeder|remplacer|animer)(?:a|ont)\b)[a-z]{2,}(?:ra|ront)\b`

const ACTS = new RegExp(
  String.raw`^(?:(?:l[ea]s?|lui|leur|nous|y|en) |l')*(?:${TAKES}|${WILL}|${DOES}${OBJECT})`,
)

/** Said, opened or counted, and not to be done. */
const SAYS =
  /^fait (?:l[ea]s? |l'|un |une )?(?:point|bilan|rappel|retour|lecture|tour|compte|lien|constat|presentation|resume|synthese|expose|etat|remarque|observation|proposition|appel)\b|^ouvre (?:la |l')(?:seance|reunion|assemblee)|^ajoute qu|\ba (?:la |l')(?:seance|reunion)$/

const PARTS =
  /(?<=[^\s.]{2}[.!?…])\s+(?=\S)|\s*;\s+|\s(?:→|->|=>|➔|➜|⇒)\s|,\s(?=(?:elles?|ils?)\s)|\s(?:et|mais)\s(?=\p{Lu})|,\s(?=\p{Lu})/u

/** "Affiche à refaire (Luc)", "Panneaux : à nettoyer (services techniques)", "Annonce à passer : Zoé Lac". */
const TO_DO =
  /^(?<what>.{6,300}?(?:(?<!\p{L})à (?!désigner|venir|noter|savoir|définir)\p{L}+(?:er|ir|re|oir)\b|\bdoi(?:t|vent) (?!être)\p{L}+(?:er|ir|re)\b).*?)(?:\s\((?<aside>[^()]{2,60})\)|\s?:\s(?<named>[^():]{2,60}))[.\s]*$/iu

const PLACES = 6

/** Behind an arrow whoever is named first does it: "→ La DDT envoie la note". */
const POINTED = /^(?:=>|->|→|➔|➜|⇒|►)\s*/u

/** "le syndic", "la présidente": an office, which does what the sentence says will be done. */
const OFFICE =
  /^(?:le|la|l'|l’) ?(?:(?:vice-)?president|secretaire|secretariat|tresori|syndic|chef|direct|animat|coordinat|charge|bureau d'etudes|maitre d'|mairie|agence)[a-z' ]{0,25}$/

/** What such a one will do by doing it. */
const WILL_DO = String.raw`(?:enverra|ecrira|relancera|preparera|redigera|contactera|reservera|transmettra|fournira|verifiera|organisera|cherchera|achetera|commandera|refera|previendra|installera|completera|ajoutera|diffusera|publiera|signera|convoquera|affichera|distribuera|rencontrera|sollicitera|donnera (?:l|une? )|fera (?:passer|intervenir|parvenir|suivre|un|le|la|l'|des)|verra (?:avec|si|l)|prendra (?:contact|rendez-vous))`

type Told = Pick<FoundAction, 'text' | 'owner' | 'dueDate'>

/** @param known folded names of whoever was there, and of their bodies */
export function toldActions(
  lines: readonly Line[],
  itemNumberAt: (line: Line) => string | null,
  known: ReadonlySet<string>,
): FoundAction[] {
  return lines
    .filter(({ type, box }) => (type === 'paragraph' || type === 'list') && box === null)
    .flatMap((line) =>
      toldIn(line.words, known).map((told) => ({
        ...told,
        number: null,
        itemNumber: itemNumberAt(line),
        organisation: null,
        block: line.block,
        excerpt: line.text,
      })),
    )
}

function toldIn(words: string, known: ReadonlySet<string>): Told[] {
  const found: Told[] = []
  let before: string | null = null
  for (const sentence of oneLine(words).split(/(?<=[^\s.]{2}[.!?…])\s+(?=\S)/u)) {
    const isPointed = POINTED.test(sentence)
    for (const part of sentence.replace(POINTED, '').split(PARTS)) {
      // "Le local : Luc s’en occupe"
      const [, said = ''] = /^[^:]{3,80}?\s?:\s(?=\p{Lu}|l[ea]s?\s|l[’'])(.+)$/u.exec(part) ?? []
      const owner = doerOf(part, known, before, isPointed) ?? doerOf(said, known, before, false)
      before = doerOf(part, known, null, false) ?? firstOf(part, known) ?? before
      if (owner === null) continue
      const { rest, dueDate } = ownerAndDue(part, known)
      found.push({ text: rest.replace(/\.$/, ''), owner, dueDate })
    }
    const { what, aside, named } = TO_DO.exec(sentence)?.groups ?? {}
    const who = aside ?? named
    if (
      what !== undefined &&
      who !== undefined &&
      areSome(who, known) &&
      found.every(({ text }) => !sentence.includes(text))
    )
      found.push({ text: what, owner: who, dueDate: ownerAndDue(what, known).dueDate })
  }
  return found
}

/** Who does what the sentence says; `before` stands for "elle" and "il". */
function doerOf(
  part: string,
  known: ReadonlySet<string>,
  before: string | null,
  isPointed: boolean,
): string | null {
  const words = part.replace(/^(?:enfin|aussi|donc|puis|par ailleurs|de plus),?\s/iu, '').split(' ')
  for (let count = 1; count <= Math.min(PLACES, words.length - 1); count += 1) {
    const subject = words.slice(0, count).join(' ')
    const rest = fold(words.slice(count).join(' '))
    if (OFFICE.test(fold(subject)) && new RegExp(`^(?:(?:l[ea]s?|lui|leur) |l')?${WILL_DO}`).test(rest))
      return subject
    if (!ACTS.test(rest) || SAYS.test(rest)) continue
    if (isPointed && /^(?:L[ea]s? |L[’']|Chaque )?\p{Lu}/u.test(subject)) return subject
    if (/^(?:elles?|ils?)$/i.test(subject)) return before
    if (areKnown(subject, known)) return subject
  }
  return null
}

function firstOf(part: string, known: ReadonlySet<string>): string | null {
  const [, name = ''] = /^((?:(?:M\.|Mme)\s)?\p{Lu}[\p{L}’'-]+)(?=\s\p{Ll}|\s?:)/u.exec(part) ?? []
  return name !== '' && areKnown(name, known) ? name : null
}

function areKnown(words: string, known: ReadonlySet<string>): boolean {
  return words
    .split(/,\s|\s(?:et|\+|&)\s/u)
    .every((one) => known.has(fold(one.replace(/^(?:MM?\.|Mmes?|Mlle|Dr)\s/u, ''))))
}

function areSome(words: string, known: ReadonlySet<string>): boolean {
  return areKnown(words, known) || namesSomebody(words) || /^(?:tous|toutes|tout le monde)$/iu.test(words)
}
