import BadgeCheck from 'lucide-react/icons/badge-check'
import UserPlus from 'lucide-react/icons/user-plus'
import UserRound from 'lucide-react/icons/user-round'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { fold, foldedWords } from '../../../electron/domain/text/fold.ts'
import { commonText } from '../../text/common.ts'
import { directoryText as text } from '../../text/directory.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { IconShape } from '../../ui/Icon.tsx'
import type { GridSection } from './DirectoryGrid.tsx'
import type { GridColumn, GridRow } from './DirectoryRow.tsx'
import { type DirectoryKind, type Section, sectionsOf } from './directory-order.ts'
import { listName, organisationById } from './names.ts'
import { type Quality, qualitiesOn } from './quality.ts'

const looks: Readonly<Record<Quality, { icon: IconShape; tone: Tone }>> = {
  titulaire: { icon: BadgeCheck, tone: 'acc' },
  suppleant: { icon: UserPlus, tone: 'info' },
  guest: { icon: UserRound, tone: 'line' },
}

function QualityBadge({ quality }: { quality: Quality }) {
  return <Badge {...looks[quality]}>{text.quality[quality]}</Badge>
}

const { columns } = text

export const columnsOf: Readonly<Record<DirectoryKind, readonly GridColumn[]>> = {
  persons: [
    { id: 'name', label: columns.name },
    { id: 'jobTitle', label: columns.jobTitle },
    { id: 'email', label: columns.email, className: 'directory-email' },
    { id: 'quality', label: columns.quality },
  ],
  organisations: [
    { id: 'name', label: columns.name },
    { id: 'acronym', label: columns.acronym },
    { id: 'persons', label: columns.persons, numeric: true },
  ],
  colleges: [
    { id: 'name', label: columns.name },
    { id: 'organisations', label: columns.organisations, numeric: true },
  ],
}

type Narrowed = GridRow & { readonly words: string }

/** @param day `YYYY-MM-DD`: whose mandates count */
export function gridSections(
  view: DirectoryView,
  kind: DirectoryKind,
  day: string,
  words: string,
): GridSection[] {
  const rows = new Map(rowsOf(view, kind, day).map((row) => [row.id, row]))
  const wanted = foldedWords(words)
  return sectionsOf(view, kind).flatMap((section) => {
    const title = headingWords(view, kind, section)
    // The words may be of the organisation that the person stands under.
    const over = fold(`${title.over ?? ''} ${title.heading ?? ''} ${title.acronym}`)
    const shown = section.ids.flatMap((id) => {
      const row = rows.get(id)
      if (row === undefined) return []
      return wanted.every((word) => over.includes(word) || row.words.includes(word)) ? [row] : []
    })
    if (shown.length === 0) return []
    return [{ id: section.id, over: title.over, heading: headingOf(title, shown.length), rows: shown }]
  })
}

type Heading = { over: string | null; heading: string | null; acronym: string }

function headingWords(view: DirectoryView, kind: DirectoryKind, section: Section): Heading {
  const college = view.colleges.find(({ id }) => id === section.collegeId)?.name
  if (kind === 'colleges') return { over: null, heading: null, acronym: '' }
  if (kind === 'organisations') return { over: college ?? text.noCollege, heading: null, acronym: '' }
  const organisation = organisationById(view, section.organisationId)
  if (organisation === undefined) return { over: text.noOrganisation, heading: null, acronym: '' }
  return { over: college ?? text.noCollege, heading: organisation.name, acronym: organisation.acronym }
}

function headingOf({ heading, acronym }: Heading, many: number) {
  if (heading === null) return null
  return (
    <>
      {heading}
      <span className="count">{[acronym, text.counted(many)].filter((part) => part !== '').join(' · ')}</span>
    </>
  )
}

function rowsOf(view: DirectoryView, kind: DirectoryKind, day: string): Narrowed[] {
  if (kind === 'persons') return personRows(view, day)
  if (kind === 'organisations') {
    const persons = countBy(view.persons.map(({ organisationId }) => organisationId))
    return view.organisations.map(({ id, name, acronym }) => ({
      id,
      words: fold(`${name} ${acronym}`),
      cells: [
        <span key="name" className="cut-two-lines" title={name}>
          {name}
        </span>,
        acronym || commonText.none,
        persons.get(id) ?? 0,
      ],
    }))
  }
  const organisations = countBy(view.organisations.map(({ collegeId }) => collegeId))
  return view.colleges.map(({ id, name }) => ({
    id,
    words: fold(name),
    cells: [
      <span key="name" className="cut-two-lines" title={name}>
        {name}
      </span>,
      organisations.get(id) ?? 0,
    ],
  }))
}

/** Rows of persons who did not change are the same objects, so that a save redraws one row and not three hundred. */
const drawn = new WeakMap<object, { quality: Quality; row: Narrowed }>()

function personRows(view: DirectoryView, day: string): Narrowed[] {
  const qualities = qualitiesOn(view, day)
  return view.persons.map((person) => {
    const quality: Quality = qualities.get(person.id) ?? 'guest'
    const known = drawn.get(person)
    if (known?.quality === quality) return known.row
    const row = personRow(person, quality)
    drawn.set(person, { quality, row })
    return row
  })
}

function personRow(person: DirectoryView['persons'][number], quality: Quality): Narrowed {
  const { jobTitle, email, otherNames } = person
  return {
    id: person.id,
    words: fold([listName(person), jobTitle, email, otherNames, text.quality[quality]].join(' ')),
    cells: [
      <span key="name" className="cut-two-lines" title={listName(person)}>
        {listName(person)}
      </span>,
      <span key="jobTitle" className="cut-two-lines" title={jobTitle}>
        {jobTitle || commonText.none}
      </span>,
      <span key="email" className={email === '' ? 'mute' : 'cut'} title={email}>
        {email || text.noEmail}
      </span>,
      <QualityBadge key="quality" quality={quality} />,
    ],
  }
}

function countBy(keys: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
