import type { Parsed } from '../../../contract/index.ts'
import type { ObservationDraft } from '../../../contract/observations.ts'
import type { Reader } from '../../../db/driver.ts'
import { placesText } from '../../../documents/text/places.ts'
import type { AgendaDifference } from '../../../domain/agenda/review.ts'
import type { Difference } from '../../../domain/minutes/difference.ts'
import type { MemberRemarks } from '../../../domain/minutes/member-remarks.ts'
import { bareText } from '../../../domain/text/text-likeness.ts'
import { fileToPrint } from '../../reads/file-to-print.ts'
import { observationsOf, remarkKey } from '../../reads/observations.ts'
import { agendaDrafts, minutesDrafts } from './drafts.ts'
import { sentAgenda } from './sent-agenda.ts'
import { bestOf, sentAgendas } from './sent-agendas.ts'
import { type Compared, olderThanSent, sentVersions } from './sent-versions.ts'

type Remark = MemberRemarks['remarks'][number]
type Place = { readonly anchor: string | null; readonly text: string }

/** What a member wrote at the paragraphs of their folder, at the paragraphs of what was sent. */
export async function compareRemarks(
  tx: Reader,
  { meetingId, paper }: Omit<Parsed<'observations.readFiles'>, 'files'>,
  remarks: MemberRemarks,
  now: Date,
): Promise<Compared> {
  if (remarks.meetingId !== meetingId) return { refusal: 'other-meeting', otherTitle: '' }
  if (remarks.paper !== paper) return { refusal: 'not-ours', otherTitle: '' }
  const file = await fileToPrint(tx, meetingId)
  const taken = new Set((await observationsOf(tx, meetingId)).map(remarkKey))
  const said = (drafts: readonly ObservationDraft[]) =>
    drafts.map((draft) => {
      const own = { ...draft, organisation: remarks.organisation }
      return { ...own, isKnown: taken.has(remarkKey(own)) }
    })
  if (paper === 'agenda') {
    const all = (await sentAgendas(tx, file)).map(sentAgenda).map((sent) => ({
      sent,
      places: sent.map(({ anchor, cells }) => ({ anchor, text: cells.title })),
    }))
    const { sent, places } = bestOf(
      all,
      (one) => remarks.remarks.filter((remark) => placeOf(remark, one.places) !== null).length,
    )
    const drafts = agendaDrafts(
      remarks.remarks.flatMap((one) => differencesOf(one, places, remarks.author)).map(ofRow),
      sent,
      now,
    )
    return { drafts: said(drafts), isTracked: true }
  }
  const versions = await sentVersions(tx, file)
  // The text that most of the remarks were written on; of equal ones the first.
  const [best] = versions
    .map((version) => ({
      version,
      met: remarks.remarks.filter((one) => placeOf(one, version.places) !== null).length,
    }))
    .sort((a, b) => b.met - a.met)
  if (best === undefined || best.met === 0) return { refusal: 'not-ours', otherTitle: '' }
  const { version } = best
  const drafts = minutesDrafts(
    remarks.remarks.flatMap((one) => differencesOf(one, version.places, remarks.author)),
    version.places,
    now,
  )
  return {
    drafts: said(drafts),
    minutesVersionId: version.id,
    olderVersion: olderThanSent(versions, version),
    isTracked: true,
  }
}

/** By its name and its words; by its words alone where paragraphs came before it; null when nothing says them. */
function placeOf({ anchor, text }: Remark, places: readonly Place[]): number | null {
  const words = bareText(text)
  const says = (place: Place | undefined) => place !== undefined && bareText(place.text) === words
  const named = places.findIndex((place) => place.anchor === anchor && says(place))
  const found = named >= 0 ? named : places.findIndex(says)
  return found < 0 ? null : found
}

/** The words wanted and the words about them are two observations; without its place, a remark is one of the whole. */
function differencesOf(remark: Remark, places: readonly Place[], author: string): Difference[] {
  const at = placeOf(remark, places)
  const before = at === null ? '' : (places[at]?.text ?? '')
  const base = {
    source: 'tracked',
    at,
    author,
    authoredAt: remark.at,
    struck: null,
    put: 'like',
    moved: null,
  } as const
  const wanted = remark.wanted.trim()
  const isSaid = remark.removed || wanted !== ''
  const isChange = at !== null && isSaid && bareText(wanted) !== bareText(before)
  // A wording whose paragraph says something else by now is told in words: nothing is known to stand in its place.
  const isOwed = at === null && isSaid && bareText(wanted) !== bareText(remark.text)
  const owed = wanted === '' ? placesText.wantedGone : placesText.wanted(wanted)
  const words = [remark.comment.trim(), isOwed ? owed : ''].filter((part) => part !== '').join('\n')
  return [
    ...(isChange ? [{ ...base, kind: 'change' as const, before, after: wanted, comment: null }] : []),
    ...(words === ''
      ? []
      : [
          {
            ...base,
            kind: 'comment' as const,
            before,
            after: before,
            comment: {
              author,
              at: remark.at,
              text: words,
              quoted: at === null ? remark.text : '',
              span: 1,
              isResolved: false,
              replies: [],
            },
          },
        ]),
  ]
}

/** A row is known by its title. */
const ofRow = (difference: Difference): AgendaDifference => ({
  ...difference,
  // Without its title nothing is left of a row.
  cell: difference.kind === 'change' && difference.after !== '' ? 'title' : null,
  others: [],
  standsAfter: null,
  isBeside: difference.at === null,
  paragraph: null,
})
