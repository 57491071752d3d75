// What is decided in words of everyday: "=> on garde le hangar", "On achète une bâche.", "… Adopté."
import { fold, oneLine } from '../fold.ts'
import type { Line } from '../lines.ts'
import type { FoundDecision } from './statements.ts'

const SENTENCES = /(?<=[^\s.]{2}[.!?…]|\)[.!?])\s+(?=\S)|\s+(?=[✅✔☑])/u

/** Before what came out. */
const ARROW = /^(?<sign>=>|->|→|➔|➜|⇒|►|▶|»)\s*(?<words>\S.*)$/u

const PARTICIPLE = String.raw`(?:adopt|valid|approuv|accept|retenu|refus|rejet|repouss|report|maintenu|supprim|abandonn|fix|plafonn|vot|act|confirm|annul|confi)[ée]?e?s?`

/** "on part sur jeudi", "pas de stand", "la sortie est repoussée", "budget validé": behind an arrow that is what came out. */
const CAME_OUT = new RegExp(
  String.raw`^(?:on (?!y|en parle|verra|attend|se |s'|n'a|a )|pas de |plus de |fin d|maintien |report |achat d)|(?:(?:est|sont|a ete|ont ete|sera|seront) )?${PARTICIPLE}(?:$|[ ,.])`,
)

/** "On décide d’écrire", "on garde le hangar": what those who speak of themselves as "on" take as decided. */
const WE_DO =
  /^(?:(?:donc|du coup|finalement|alors),? )?on (?:decide|prend (?!acte|la parole|un cafe|le temps|note|contact|rendez)|garde|achete|rembourse|part sur|abandonne|reste sur|choisit|retient|annule|remplace|renonce|arrete (?!la reunion)|maintient|ne (?:fait|reloue|prend|garde|reconduit|change) (?:plus|pas))\b/

/** "c’est acté", "(décision)", "accord de tous pour …", "achat décidé si …". */
const SAID_SO =
  /\bc'est (?:acte|decide|valide|vote|adopte)\b|\(decision\)[ .]*$|^(?:position|option|solution|date|choix) retenue?s? ?: ?\S|^accord (?:de tous|de toutes|unanime|general) (?:pour|sur)\b|^[a-z]+(?: d[eu]s? [a-z]+)? decidee?s? (?:si|pour|a)\b/

/** Alone behind what it is said of. */
const AGREED =
  /^\W*(?:(?:proposition |motion )?(?:adopte|approuve|valide|accepte|accorde)e?s?(?: par (?:consentement|tous|tout le monde|le \p{L}+))?|tout le monde est d'accord|tous d'accord|accord (?:du \p{L}+|de tous|general|unanime))\W*$/u

/** Decisions that nothing marks but such words; what is found elsewhere is not looked at. */
export function toldDecisions(
  lines: readonly Line[],
  itemNumberAt: (line: Line) => string | null,
  isFound: (line: Line) => boolean,
): FoundDecision[] {
  const found: FoundDecision[] = []
  // Where what came out stands behind a sign twice, so does the rest.
  const signs = lines.flatMap(({ text, type }) => {
    const { sign = '', words = '' } = (type === 'paragraph' && ARROW.exec(text)?.groups) || {}
    return sign !== '' && CAME_OUT.test(fold(words)) ? [sign] : []
  })
  const isOfDecisions = (sign: string) => signs.filter((one) => one === sign).length > 1
  for (const [at, line] of lines.entries()) {
    if (line.type === 'heading' || line.type === 'row' || line.box !== null || isFound(line)) continue
    const take = (text: string, outcome: string | null = null) =>
      found.push({
        number: null,
        itemNumber: itemNumberAt(line),
        text: oneLine(text).replace(/(?<![\s.])[\s.]+$/, ''),
        outcome,
        block: line.block,
        excerpt: line.text,
      })
    const { words: pointed, sign = '' } = ARROW.exec(line.text)?.groups ?? {}
    if (pointed !== undefined) {
      if ((CAME_OUT.test(fold(pointed)) || isOfDecisions(sign)) && !/\?/.test(pointed)) take(pointed)
      continue
    }
    const sentences = line.words.split(SENTENCES)
    for (const [place, sentence] of sentences.entries()) {
      const words = fold(sentence)
      const own = sentences.slice(0, place)
      const before = own.find((one) => PROPOSED.test(fold(one))) ?? own.at(-1) ?? subjectAbove(lines, at)
      if (AGREED.test(words)) {
        const isTaken = found.some(({ block, text }) => block === line.block && before?.startsWith(text))
        if (before !== null && !isTaken) take(before, oneLine(sentence))
      } else if ((WE_DO.test(words) || SAID_SO.test(words)) && !/\?/.test(sentence)) take(sentence)
      else {
        const behind = /\s(?:→|=>|->)\s(?<words>on\s.+)$/u.exec(sentence)?.groups?.words
        if (behind !== undefined && CAME_OUT.test(fold(behind))) take(behind)
      }
    }
  }
  return found
}

const PROPOSED = /^(?:proposition|motion)\b/

/** "Proposition v2 : …" over "Objections : aucune" and "Adopté". */
function subjectAbove(lines: readonly Line[], at: number): string | null {
  const near = lines.slice(Math.max(0, at - 3), at).filter(({ type }) => type !== 'heading' && type !== 'row')
  const proposed = near.findLast(({ words }) => PROPOSED.test(fold(words)))
  return (proposed ?? near.at(-1))?.words ?? null
}
