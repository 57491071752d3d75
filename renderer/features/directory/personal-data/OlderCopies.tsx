import type { Output } from '../../../../electron/contract/index.ts'
import { formatDateWithoutWeekday } from '../../../../electron/domain/text/french.ts'
import { personalDataText as text } from '../../../text/personal-data.ts'

type Copy = Output<'personalData.known'>['copies'][number]
const kinds: readonly Copy['kind'][] = [
  'backup',
  'secondCopy',
  'setAside',
  'damaged',
  'found',
  'altered',
  'serverBackups',
  'otherDesks',
  'sentMessage',
  'approvedPaper',
]

/** Nothing takes these away by itself. */
const asides: ReadonlySet<Copy['kind']> = new Set(['setAside', 'damaged', 'altered'])

export function OlderCopies({ copies }: { copies: readonly Copy[] }) {
  if (copies.length === 0) return null
  return (
    <section className="stack" aria-label={text.copies}>
      <div className="sec-head">
        <h3 className="strong">{text.copies}</h3>
      </div>
      <p className="mute text-15">{text.copiesLead}</p>
      <CopyLines copies={copies} />
    </section>
  )
}

/** One line for each kind of copy there is. */
export function CopyLines({ copies }: { copies: readonly Copy[] }) {
  return (
    <ul className="personal-copies">
      {kinds.flatMap((kind) => {
        const some = copies.filter((copy) => copy.kind === kind)
        return some.length === 0
          ? []
          : [<li key={kind}>{text.copyLine(text.copyKinds[kind](some.length), untilOf(some))}</li>]
      })}
    </ul>
  )
}

function untilOf(copies: readonly Copy[]): string {
  const days = copies.flatMap((copy) =>
    (copy.kind === 'backup' || copy.kind === 'secondCopy') && copy.until !== null ? [copy.until] : [],
  )
  const last = days.sort().at(-1)
  if (last !== undefined) return text.copyUntil(formatDateWithoutWeekday(last))
  const [first] = copies
  if (first?.kind === 'found') return text.copyFound
  if (first?.kind === 'serverBackups') return text.copyOfServer
  if (first?.kind === 'otherDesks') return text.copyOfDesks
  if (first !== undefined && asides.has(first.kind)) return text.copyAside
  return first?.kind === 'backup' || first?.kind === 'secondCopy' ? text.copyReplaced : text.copyKept
}
