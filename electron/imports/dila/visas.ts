import type { Consultation } from '../../domain/watch/jorf-text.ts'
import { datesIn } from '../understanding/dates.ts'
import { fold } from '../understanding/fold.ts'

const MOST = 20

/** The consultations that the visas name, in their order. */
export function consultationsIn(visas: string): Consultation[] {
  const found: Consultation[] = []
  for (const visa of visas.split(/[;\n]/)) {
    const folded = fold(visa)
    const body = bodyOf(folded)
    if (body === null) continue
    if (body === 'councilOfState') found.push({ body, on: null })
    else {
      const dates = datesOf(visa)
      if (dates.length === 0) found.push({ body, on: null })
      else for (const on of dates) found.push({ body, on })
    }
  }
  return found.slice(0, MOST)
}

function bodyOf(visa: string): Consultation['body'] | null {
  if (visa.includes("conseil national d'evaluation des normes")) return 'cnen'
  if (visa.includes("commission nationale de l'informatique et des libertes")) return 'cnil'
  if (/\bnotification n/.test(visa) && visa.includes('commission europeenne')) return 'european'
  return /\bconseil d'etat\b.*\bentendu/.test(visa) ? 'councilOfState' : null
}

/** "des 4 juin et 2 juillet 2026": a day without a year is of the year that follows. */
function datesOf(visa: string): string[] {
  const dates: string[] = []
  let year = ''
  for (const { date } of datesIn(visa).reverse()) {
    if (date === null) continue
    if (!date.startsWith('-')) {
      year = date.slice(0, 4)
      dates.unshift(date)
    } else if (year !== '') dates.unshift(`${year}${date.slice(1)}`)
  }
  return dates
}
