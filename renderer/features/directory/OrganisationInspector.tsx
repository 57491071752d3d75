import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { Article, articleAs, withArticle } from '../../../electron/domain/people/organisation-article.ts'
import { shortName } from '../../../electron/domain/people/short-name.ts'
import { withCapital } from '../../../electron/domain/text/french.ts'
import { usePatch } from '../../api/use-patch.ts'
import { href } from '../../app/paths.ts'
import { directoryText as text } from '../../text/directory.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type EntryActs, EntryInspector, versionOf } from './EntryInspector.tsx'
import { FormerNames } from './FormerNames.tsx'

const fields = text.fields
const NONE = ''
/** The article is told by the name itself. */
const AS_NAMED = 'asNamed'

export function OrganisationInspector(props: {
  organisation: DirectoryView['organisations'][number]
  view: DirectoryView
  acts: EntryActs
}) {
  const { organisation: stored, view } = props
  const target = { id: stored.id, version: stored.version }
  const saver = usePatch('directory.updateOrganisation', target, stored, (after) =>
    versionOf(after.organisations, stored.id),
  )
  const organisation = saver.row
  const { patch } = saver
  const sentenceName = shortName(organisation)
  const article = articleAs(sentenceName, organisation)
  const persons = view.persons.filter(({ organisationId }) => organisationId === organisation.id)
  return (
    <EntryInspector
      kind="organisations"
      id={organisation.id}
      title={organisation.name}
      acts={props.acts}
      saver={saver}
    >
      <TextField
        label={fields.name}
        value={organisation.name}
        fresh={{ id: organisation.id, name: text.fresh.organisations }}
        needed
        onCommit={(name) => patch({ name })}
      />
      <TextField
        label={fields.acronym}
        value={organisation.acronym}
        maxLength={40}
        onCommit={(acronym) => patch({ acronym })}
      />
      <Select
        label={fields.article}
        help={fields.articleHelp(withCapital(withArticle(sentenceName, article)))}
        value={organisation.article ?? AS_NAMED}
        choices={[
          { value: AS_NAMED, label: fields.articleAsNamed },
          ...Article.options.map((value) => ({ value, label: value === '' ? fields.noArticle : value })),
        ]}
        onCommit={(value) => patch({ article: value === AS_NAMED ? null : value })}
      />
      <Select
        label={fields.college}
        value={organisation.collegeId ?? NONE}
        choices={[
          { value: NONE, label: fields.noCollege },
          ...view.colleges.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onCommit={(id) => patch({ collegeId: id === NONE ? null : id })}
      />
      <FormerNames organisation={organisation} view={view} />
      {persons.length === 0 ? null : (
        <section className="directory-part">
          <div className="directory-part-head">
            <h3>{text.people}</h3>
          </div>
          <ul className="directory-people">
            {persons.map((person) => (
              <li key={person.id}>
                <a href={href('directory', {}, person.id)}>{fullName(person)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </EntryInspector>
  )
}
