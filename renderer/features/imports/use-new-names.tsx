import { type ReactNode, useMemo } from 'react'
import type { Input } from '../../../electron/contract/index.ts'
import type { Draft } from '../../../electron/domain/agenda/draft.ts'
import type { Linked } from '../../../electron/domain/agenda/reimport.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { newId } from '../../api/new-id.ts'
import { importMinutesText } from '../../text/imports-minutes.ts'
import { CheckBox } from '../../ui/Select.tsx'
import type { Comparison } from './comparison.ts'
import { useUndoable } from './file-states.ts'
import { entriesOf, newNamesOf, organisationKey, tickedEntries } from './new-names.ts'
import type { Review } from './review.ts'
import type { Line } from './review-line.ts'

const text = importMinutesText.newPeople

export function useNewNames(
  draft: Draft,
  review: Review,
  { names }: Comparison,
): {
  readonly body: ReactNode
  readonly sent: () => Input<'imports.apply'>['directory']
  readonly linkedOf: (line: Line) => Linked
} {
  const [ticked, setTicked] = useUndoable<ReadonlyMap<string, string>>('names', () => new Map())
  const found = useMemo(() => newNamesOf(review, names, draft.participants), [review, names, draft])
  const tick = (key: string, isTicked: boolean) =>
    setTicked((now) => {
      const next = new Map(now)
      if (isTicked) next.set(key, newId())
      else next.delete(key)
      return next
    })
  const { persons, organisations } = found
  const box = (key: string, label: string) => (
    <li key={key}>
      <CheckBox label={label} checked={ticked.has(key)} onCommit={(isTicked) => tick(key, isTicked)} />
    </li>
  )
  return {
    body:
      persons.length + organisations.length === 0 ? null : (
        <section className="import-new" aria-label={text.namesTitle}>
          <h3>{text.namesTitle}</h3>
          <p className="mute">{text.namesHint}</p>
          {persons.length === 0 ? null : (
            <ul>
              {persons.map(({ key, givenName, familyName, organisation }) =>
                box(
                  key,
                  text.add([fullName({ givenName, familyName }), organisation].filter(Boolean).join(', ')),
                ),
              )}
            </ul>
          )}
          {organisations.length === 0 ? null : (
            <>
              <h4>{text.organisations}</h4>
              <ul>{organisations.map((name) => box(organisationKey(name), text.addOrganisation(name)))}</ul>
            </>
          )}
        </section>
      ),
    sent: () => tickedEntries(found, ticked),
    linkedOf: (line) => entriesOf(line, names.get(line.key), ticked),
  }
}
