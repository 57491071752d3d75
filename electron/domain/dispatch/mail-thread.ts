import { fold } from '../text/fold.ts'

/** Days within which the same topic between the same people is one thread. */
export const THREAD_DAYS = 60

const SPACES = String.raw`[\s\u00a0\u202f]*`
/** Prefixes of mail programs before a subject: French, English, German; counted ("RE[2]:") or not. */
const PREFIX = String.raw`(?:re|r[ée]f|r[ée]p|r|tr|fw|fwd|aw|wg)\.?${SPACES}(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?${SPACES}[:：]`
/** Prefix of mail gateways: one bracketed word of theirs, never a word of the sender's own. */
const TAG = String.raw`(?:\[|\(|\*{2,5})${SPACES}(?:(?:courriel|mail|message|exp[ée]diteur|e-mail)${SPACES})?(?:externe?|external|ext|internet|spam\??|suspect(?:ed)?(?:${SPACES}spam)?|non${SPACES}s[ée]curis[ée]|pub(?:licit[ée])?)${SPACES}(?:\]|\)|\*{2,5})${SPACES}[:-]?`
const BEFORE = new RegExp(`^${SPACES}(?:${PREFIX}|${TAG})${SPACES}`, 'iu')

/** The subject line without RE, TR, FW, RÉF in any order and number, and without a gateway's "[EXTERNE]". */
export function mailTitle(subject: string): string {
  let title = subject.normalize('NFC').replace(/[\r\n\t]+/g, ' ')
  for (;;) {
    const rest = title.replace(BEFORE, '')
    if (rest === title) return title.trim()
    title = rest
  }
}

/** Two mails of one topic have this in common: the title in one spelling, without punctuation. Empty for a bare "RE:". */
export function threadTopic(subject: string): string {
  return (fold(mailTitle(subject)).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').slice(0, 500)
}
