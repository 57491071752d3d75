import { fold } from '../text/fold.ts'

/** "Annuaire v2.pptx" → "Annuaire v2" and "pptx"; an extension has a letter in it ("note 1.2" has none). */
export function splitName(fileName: string): { stem: string; extension: string } {
  const found = /^(.+)\.(?=[a-z0-9]*[a-z])([a-z0-9]{1,10})$/isu.exec(fileName.trim())
  return { stem: found?.[1] ?? fileName.trim(), extension: found?.[2] ?? '' }
}

const separator = String.raw`[\s_.,–-]`
const words = [
  String.raw`v(?:ers(?:ion)?)?${separator}?\d{1,3}(?:[._]\d{1,3})*`,
  String.raw`r[ée]v(?:is(?:ion|ée?))?${separator}?\d{0,3}`,
  'vf|vdef|vd|finale?|def|d[ée]finiti(?:f|ve)|copie|copy|corrig[ée]e?|modifi[ée]e?|m[àa]j',
].join('|')
const suffix = new RegExp(
  String.raw`(?:${separator}*\(\s*(?:\d{1,3}|${words})\s*\)|${separator}+(?:${words}))${separator}*$`,
  'iu',
)

/** "Annuaire_v2 (1)" and "Annuaire - final" → "Annuaire"; what would leave nothing stays ("Version 2"). */
export function withoutVersion(stem: string): string {
  let name = stem.trim().normalize('NFC')
  for (;;) {
    const shorter = name.replace(suffix, '').trim()
    if (shorter === '' || shorter === name) return name
    name = shorter
  }
}

/** The number that this application puts before the files of the projection folder, and Windows before copies. */
const prefix = /^(?:\d{2,3}(?:-\d{1,3})*_|copie de |copy of )/iu

function key(stem: string): string {
  const bare = withoutVersion(stem.trim().replace(prefix, ''))
  return (fold(bare).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

type Named = { fileName: string; title: string }

/** Whether a file bears the name, or the title, of a document: spelling, version and extension do not count. */
export function bearsNameOf(fileName: string, document: Named): boolean {
  const own = key(splitName(fileName).stem)
  return (
    own !== '' && (own === key(splitName(document.fileName).stem) || bearsTitle(fileName, document.title))
  )
}

/** The same for something that has a title only, such as an awaited document. */
export function bearsTitle(fileName: string, title: string): boolean {
  const own = key(splitName(fileName).stem)
  return own !== '' && own === key(title)
}
