// What is decided in words of everyday: "=> le tarif est maintenu", "On décide d’écrire.", "Luc propose de … Adopté."

import type { Line } from '../lines.ts'
import { oneLine, plainLine } from '../plain-line.ts'
import { decides } from './deciding-sentence.ts'
import type { FoundDecision } from './statements.ts'
import { isAskedOrTold, isOfOthers } from './whose.ts'

const SENTENCES = /(?<=[^\s.]{2}[.!?…]|[)€%»][.!?])\s+(?=\S)|\s+(?=[✅✔☑])/u

/** Before what came out. */
const ARROW = /^(?:=>|->|→|➔|➜|⇒|►|▶|»)\s*(?<words>\S.*)$/u

/** "la sortie est repoussée", "budget validé": behind an arrow that is what came out, unless others did it, or it was before. */
const CAME_OUT =
  /(?<!\p{L})(?:(?:adopt|valid|approuv|accept|refus|rejet|repouss|report|supprim|abandonn|fix|plafonn|act|annul)ée?s?|(?:reten|mainten)ue?s?)(?:$|[ ,.])/iu
const BEFORE = /\b(?:veille|hier|deja|pas|ne|avait|avaient)\b|\bn'|\ben \d{4}\b/

/** "On décide d’écrire", "on abandonne le stand", "on part sur jeudi": what those who speak of themselves as "on" take as decided. */
const WE_DO =
  /^(?:(?:donc|du coup|finalement|alors),? )?on (?:decide d|abandonne (?:l[ea]s? |l'|ce |cette )|part sur (?:l[ea]s? )?(?:\d|(?:lun|mar|mercre|jeu|vendre|same)di\b|dimanche\b))/

/** "Pas de stand, c’est acté", "(décision)", "accord de tous pour …". */
const SAID_SO =
  /(?<!qu[e'] ?)\bc'est (?:acte|decide|valide|adopte)[ .!]*$|\(decision\)[ .]*$|^(?:position|option|solution|date|choix|proposition|motion) (?:retenue?|validee?|adoptee?|acceptee?|choisie?)s? ?: ?\S|^(?:[^:]{2,60} )?(?:[a-z]{2,12}(?:ra|ront|rons)|(?:on|nous) (?!attend|demand|propos|cherch|souhait|esper|sav|sait|veut|voul|(?:a|ai|avons|avions|avait) |rec(?:oi|ev)|lis|lit|rapp|presen|evoqu|examin|discut|parl|etudi|regard|voi|voy)[a-z]+) (?!ce qu)[^:]{3,120}: (?:valide|acte|adopte|accepte|approuve|tout le monde est d'accord|ok pour tous)e?s?[ .!]*$|^[^:?]{8,200} : (?:l[ea] |cette )?(?:proposition|motion|demande|solution|idee|principe) (?:est |a ete )?(?:donc )?(?:retenue?|validee?|acceptee?|adoptee?|approuvee?|rejetee?|refusee?)(?: par (?:le (?:groupe|bureau|conseil|comite)|l'assemblee|tous|toutes))?[ .!]*$|^conclusion : on (?:garde|part sur|reste sur|choisit|decide) |^(?:accord (?:de tous|de toutes|unanime|general)|consensus|ok (?:de tous|unanime)|tout le monde est d'accord|nous sommes (?:tous |toutes )?d'accord) (?:pour|sur)\b|^[^?]{8,}\((?:vote|votes|pour) ?[:=] ?\d{1,3}\)[ .]*$|^(?:resolution|motion|proposition|delibera(?:tion)) (?:n ?°? ?)?\d{1,3} ?[:.–-].{5,300}\b(?:adopte|approuve|acceptee|accepte|valide|rejete|votee|vote)e?s?[ .)]*$/

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
    const { words: pointed } = ARROW.exec(line.text)?.groups ?? {}
    if (pointed !== undefined) {
      if (cameOut(pointed)) take(pointed)
      continue
    }
    const sentences = line.words.split(SENTENCES)
    for (const [place, sentence] of sentences.entries()) {
      const words = plainLine(sentence)
      const own = sentences.slice(0, place)
      const before =
        own.findLast((one) => PROPOSED.test(plainLine(one))) ??
        (PROPOSES.test(plainLine(own.at(-1) ?? '')) ? (own.at(-1) ?? null) : proposedAbove(lines, at))
      if (AGREED.test(words)) {
        if (isOfOthers(sentence)) continue
        const isTaken = found.some(({ block, text }) => block === line.block && before?.startsWith(text))
        if (before !== null && !isTaken) take(before, oneLine(sentence))
      } else if (
        ((WE_DO.test(words) || SAID_SO.test(words)) && !isAskedOrTold(sentence)) ||
        decides(sentence)
      )
        take(sentence)
      else {
        const behind = /\s(?:→|=>|->)\s(?<words>(?:on|l[ea]s?|nous)\s.+)$/iu.exec(sentence)?.groups?.words
        if (behind === undefined) continue
        // Behind who met, it needs what it is about.
        if (/^on\s/iu.test(behind) ? cameOut(behind) : decides(behind))
          take(/^on\s/iu.test(behind) ? behind : sentence)
      }
    }
  }
  return found
}

function cameOut(words: string): boolean {
  const folded = plainLine(words)
  // Behind an arrow "on" says what was agreed on.
  const isAgreed =
    /^on (?:ne (?!sait|peut|voit|trouve|manque|veut|pense|comprend)\S+ (?:pas|plus) (?!rien|grand|assez|trop)|fait (?:\d|l[ea]s? |une? |des )|migre|passe (?:a |au |en )|remplace |limite |reste sur |lance |ouvre |ferme )/.test(
      folded,
    )
  const isSaid = WE_DO.test(folded) || isAgreed
  return (
    !/\?/.test(words) &&
    (isSaid || decides(words) || (CAME_OUT.test(words) && !BEFORE.test(folded) && !isOfOthers(words)))
  )
}

/** "Proposition v2 : …", and right before it "Luc propose de garder le tarif": what was agreed to is what was proposed. */
const PROPOSED = /^(?:proposition|motion)\b/
const PROPOSES = /\bpropose(?:nt)? (?:d[e'u]|un|l[ae']|que )/

/** "Proposition v2 : …" over "Objections : aucune" and "Adopté". */
function proposedAbove(lines: readonly Line[], at: number): string | null {
  const near = lines.slice(Math.max(0, at - 3), at).filter(({ type }) => type !== 'heading' && type !== 'row')
  return near.findLast(({ words }) => PROPOSED.test(plainLine(words)))?.words ?? null
}
