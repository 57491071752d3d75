// Contradictory or doubtful words are no answer.
import type { ReplyAnswer } from '../../../domain/attendance/reply.ts'
import { newestPart } from '../../../domain/dispatch/newest-part.ts'
import type { MeetingMode } from '../../../domain/meetings/meeting.ts'
import { fold } from '../../../domain/text/fold.ts'
import { type Claim, type Said, saidIn } from './claims.ts'

const civility = '(?:M\\.|MM\\.|M|Mr\\.?|Mme\\.?|Mlle|Dr\\.?|Pr\\.?|Monsieur|Madame|Mademoiselle)'
/** A capital, or an initial: "Éva", "DURAND", "J.-P." */
const word = "\\p{Lu}(?:\\.(?:-?\\p{Lu}\\.)?|[\\p{L}\\p{M}'’-]+)"
const particle = "(?:de la |de |du |des |la |le |von |van |di |el |ben |d['’])"
/** Words that may stand between "par" and the name: "par mon adjointe, Mme …". */
const between = `(?:(?:${civility}|[\\p{Ll}'’-]+),?\\s+){0,9}?`
const name = `(?:${civility}\\s+)?(${particle}?${word}(?:\\s+${particle}?${word}){0,4})`

/** A title alone is not a name. */
const titles =
  /^(Direct|Président|President|Maire|Secrétaire|Secretaire|Délégu|Delegu|Chef|Préf|Pref|Ministre|Vice|Madame|Monsieur|Mme|Mlle|Bonjour|Oui|Non|Je|Nous|Pour)/

/** After `words` (a regular expression): "représenté par mon adjoint, M. Paul Exemple" gives "Paul Exemple". */
function nameAfter(text: string, words: string): string {
  return first(text, new RegExp(`(?:${words})\\s*${between}${name}`, 'gu'))
}

/** Before `words`: "Mme Éva Exemple (cheffe de bureau) me représentera" gives "Éva Exemple". */
function nameBefore(text: string, words: string): string {
  const aside = '(?:,[^,]{1,80},|\\s*\\([^)]{1,80}\\))?'
  return first(text, new RegExp(`${name}${aside}\\s+(?:qui\\s+)?(?:${words})`, 'gu'))
}

/** Whom the sentence names, if it speaks of somebody: "M. Exemple participera en visio", "l’absence de Mme Exemple". */
function nameOfSubject(text: string): string {
  const verbs = 'sera|participera|assistera|viendra|pourra|suivra|rejoindra|vous prie|est excus|se fera|donne'
  const subject = nameBefore(text, `(?:ne\\s+|n['’])?(?:${verbs})`)
  return subject === '' ? nameAfter(text, "absence d[e'’]|excuser") : subject
}

function first(text: string, pattern: RegExp): string {
  for (const [, found = ''] of text.matchAll(pattern)) if (!titles.test(found)) return found.trim()
  return ''
}

export type ReadReply = {
  answer: ReplyAnswer | null
  representedBy: string
  /** The sentence it was read from; for doubtful words, the first of them. */
  excerpt: string
  /** Who is spoken of, when the words name somebody; empty when the writer speaks for themself. */
  about: string
}

const nothing: ReadReply = { answer: null, representedBy: '', excerpt: '', about: '' }
/** Longest excerpt kept: it is shown beside the answer. */
const EXCERPT = 300

/** How far a mail is read: an answer stands at its top, and the core must not lose time over a pasted report. */
const READ = 20_000
/** And a sentence of it: nobody answers in a longer one, and names are looked for at each of its words. */
const SENTENCE = 1000

const automatic =
  /\b(reponse automatique|automatic reply|out of office|absente? du bureau|absence du bureau|message d absence|notification d absence|accuse de (lecture|reception))\b/
const away =
  /\babsente?s? (du bureau|de mon bureau|du \d|jusqu|depuis)|\ben conges? (jusqu|du \d|depuis)|\bde retour (le|au)\b/

/** What a machine answers for somebody who is away, or to say that a mail was opened. */
export function isAutomaticMail({ subject, text }: { subject: string; text: string }): boolean {
  const sentences = newestPart(text.slice(0, READ), { isLikely: true }).flatMap(sentencesOf)
  return [subject, ...sentences].some((words) => automatic.test(fold(words)))
}

/** @param mode of the meeting: "je serai présent" means at a distance when there is no room. */
export function readReplyWords(mail: { subject: string; text: string }, mode: MeetingMode): ReadReply {
  if (automatic.test(fold(mail.subject))) return nothing
  const sentences = newestPart(mail.text.slice(0, READ), { isLikely: true }).flatMap(sentencesOf)
  const out = sentences.find((sentence) => away.test(fold(sentence)) || automatic.test(fold(sentence)))
  if (out !== undefined) return { ...nothing, excerpt: cut(out) }
  const heard = sentences.map((sentence) => {
    const about = nameOfSubject(sentence)
    return { sentence, about, said: saidIn(sentence, about !== '') }
  })
  const saying = heard.filter(({ said }) => said.claims.length > 0)
  const unsure = heard.find(({ said }) => said.unsure)
  const first = unsure ?? saying[0]
  if (first === undefined) return nothing
  const excerpt = cut(first.sentence)
  const representing = saying.find(({ said }) => said.claims.includes('represented'))
  const representedBy = representing === undefined ? '' : standIn(representing.sentence)
  const subjects = new Set(
    saying.map(({ about }) => about).filter((who) => who !== '' && who !== representedBy),
  )
  if (unsure !== undefined || subjects.size > 1) return { ...nothing, excerpt }
  const answer = resolve(
    saying.map(({ said }) => said),
    heard.some(({ said }) => said.mentionsRemote),
    mode,
  )
  const telling = saying.find(
    ({ said }) => answer !== null && said.claims.some((claim) => tells(claim, answer)),
  )
  return {
    answer,
    representedBy: answer === 'represented' ? representedBy : '',
    excerpt: cut((telling ?? first).sentence),
    about: [...subjects][0] ?? '',
  }
}

const telling: Readonly<Record<ReplyAnswer, readonly Claim[]>> = {
  onSite: ['onSite', 'there'],
  remote: ['remote', 'there'],
  excused: ['excused', 'notAtAll', 'away', 'notOnSite'],
  represented: ['represented'],
}

function tells(claim: Claim, answer: ReplyAnswer): boolean {
  return telling[answer].includes(claim)
}

/** One answer, if all that is said agrees. */
function resolve(sayings: readonly Said[], mentionsRemote: boolean, mode: MeetingMode): ReplyAnswer | null {
  const claims = new Set(sayings.flatMap(({ claims: some }) => some))
  const has = (...some: Claim[]) => some.some((claim) => claims.has(claim))
  const present = has('there', 'onSite', 'remote')
  if (has('represented')) return present ? null : 'represented'
  if (has('onSite') && has('remote')) return null
  if (has('remote')) {
    if (has('notRemote')) return null
    const corrected = sayings.some((said) => said.corrected)
    return has('notAtAll', 'excused') && !corrected && !has('notOnSite', 'away') ? null : 'remote'
  }
  if (has('onSite')) return has('notOnSite', 'away', 'notAtAll', 'excused') ? null : 'onSite'
  if (has('there')) {
    if (has('away', 'notAtAll', 'excused')) return null
    if (has('notOnSite')) return has('notRemote') || mode === 'surPlace' ? null : 'remote'
    if (has('notRemote')) return 'onSite'
    if (mode === 'visio') return 'remote'
    // "Je participerai. Pouvez-vous m’envoyer le lien de la visio ?" says too little.
    return mentionsRemote && mode === 'hybride' ? null : 'onSite'
  }
  if (has('excused', 'notAtAll', 'away')) return 'excused'
  return has('notOnSite') && mode === 'surPlace' ? 'excused' : null
}

/** Who comes instead, as written; empty when they are not named. */
function standIn(sentence: string): string {
  const after = nameAfter(
    sentence,
    '(?:[Rr]epr[ée]sent|[Rr]emplac|[Ss]uppl[ée])[a-zé]*\\s(?:[^,.]*\\s)?par(?:\\s*:)?\\s*\\(?',
  )
  if (after !== '') return after
  const proxy = nameAfter(sentence, '(?:pouvoir|procuration|mandat)\\s(?:[^,.]*\\s)?(?:à|a|au)')
  if (proxy !== '') return proxy
  const verbs =
    "(?:me|m['’]|nous|le|la|l['’])\\s*(?:repr[ée]sentera|remplacera|suppl[ée]era)|(?:participera|assistera|viendra|sera|ira|interviendra)[^.]*\\s(?:(?:à|a|en) (?:ma|notre|sa) place|en mon nom)"
  const before = nameBefore(sentence, verbs)
  if (before !== '') return before
  return nameAfter(sentence, '(?:demand|charg|d[ée]l[éèe]gu|mandat|d[ée]sign)[a-zé]*(?:\\s(?:à|a))?')
}

const abbreviation = /(?:^|[\s(])(?:M|MM|Mr|Mme|Mlle|Dr|Pr|cf|art|p|n|(?:\p{Lu}\.-?)?\p{Lu})\.$/u

function sentencesOf(line: string): string[] {
  const sentences: string[] = []
  for (const piece of line.split(/(?<=[.!?…])\s+/)) {
    const last = sentences.at(-1)
    if (last !== undefined && abbreviation.test(last)) sentences[sentences.length - 1] = `${last} ${piece}`
    else sentences.push(piece)
  }
  return sentences
    .map((sentence) => sentence.slice(0, SENTENCE))
    .filter((sentence) => /\p{L}/u.test(sentence))
}

function cut(sentence: string): string {
  const plain = sentence.trim()
  return plain.length > EXCERPT ? `${plain.slice(0, EXCERPT - 1)}…` : plain
}
