import type { ReportedPerson } from '../../domain/attendance/report.ts'
import { LINE_LENGTH } from '../../domain/limits.ts'
import { oneLine, plainLine, trimPunctuation } from '../understanding/plain-line.ts'

export type WrittenName = Pick<ReportedPerson, 'name' | 'otherName' | 'organisation' | 'kind'>

/** Words that tools put in brackets beside a name, folded. */
const TAG =
  /^(?:(?:utilisateur )?(?:invite|invitee|externe|external|guest|unverified|verified|non verifie|non verifiee)(?: user)?|organisat(?:eur|rice)|organi[sz]er|(?:co-?)?(?:host|hote)|presentat(?:eur|rice)|presenter|moi|me|vous|you|absent|\d{1,2}(?:re|er|e|eme)? connexion|\d{1,2})$/
const CONNECTION = /(?<![\s,;–-])[\s,;–-]*\b\d{1,2}(?:re|er|e|è?me)\s+connexion\b/gi
const PHONE = /^(?:tel\.?|telephone|phone)?\s*:?\s*\+?[\d*x][\d*x\s().-]{5,}$/
const DEVICE =
  /^(?:i ?phone|i ?pad|mac ?book|galaxy|samsung|android|pixel \d|huawei|xiaomi|redmi|oppo|oneplus|laptop|desktop-|pc[- ]|ordinateur|portable de|tablette|salle|room|meeting room|polycom|cisco)\b/

/**
 * @param brackets what else a bracket may hold: another name of the participant (Zoom), or their organisation.
 * @param comma what follows a comma: an organisation in a pasted list; in a table it may be the given name.
 */
export function writtenName(
  text: string,
  brackets: 'otherName' | 'organisation',
  comma: 'organisation' | 'either',
): WrittenName {
  let aside = ''
  const bare = text.replace(CONNECTION, ' ').replace(/[([]([^()[\]]*)[)\]]/g, (_, inner: string) => {
    const said = oneLine(inner)
    if (said !== '' && !TAG.test(plainLine(said)) && aside === '') aside = said
    return ' '
  })
  const kind = kindOf(plainLine(oneLine(bare)))
  // A telephone number may have its own brackets and dashes.
  const whole = kind === 'phone' ? oneLine(bare) : trimPunctuation(bare)
  const { name, organisation } =
    kind === 'person' ? cutAtComma(whole, comma) : { name: whole, organisation: '' }
  return {
    name: (name || aside).slice(0, LINE_LENGTH),
    otherName: brackets === 'otherName' ? aside.slice(0, LINE_LENGTH) : '',
    organisation: (organisation || (brackets === 'organisation' ? aside : '')).slice(0, LINE_LENGTH),
    kind,
  }
}

function kindOf(folded: string): ReportedPerson['kind'] {
  if (PHONE.test(folded)) return 'phone'
  return DEVICE.test(folded) ? 'device' : 'person'
}

function cutAtComma(text: string, comma: 'organisation' | 'either'): { name: string; organisation: string } {
  const at = text.indexOf(',')
  if (at < 0) return { name: text, organisation: '' }
  const [before, after] = [oneLine(text.slice(0, at)), trimPunctuation(text.slice(at + 1))]
  const isFamilyName =
    before === before.toUpperCase() ||
    !before.includes(' ') ||
    /^(?:de|du|des|d['’]|le|la|von|van)\b/i.test(before)
  if (comma === 'either' && isFamilyName && after.split(' ').length <= 2)
    return { name: `${after} ${before}`, organisation: '' }
  return { name: before, organisation: after }
}
