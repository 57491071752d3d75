import { type DocumentStyle, OptionalSection } from '../../../../electron/domain/documents/document-style.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { documentStyleText as text } from '../../../text/document-style.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { CheckBox, Select } from '../../../ui/Select.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TextField } from '../../../ui/TextField.tsx'

export function PrintedSection() {
  const style = useQuery('documentStyle.get', {})
  return (
    <section className="stack" aria-label={text.printed}>
      <h2 className="h2">{text.printed}</h2>
      {style.error === null ? null : <ErrorBanner error={style.error} onRetry={() => void style.refetch()} />}
      {style.data === undefined ? (
        style.error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <PrintedForm style={style.data} />
      )}
    </section>
  )
}

const lists = ['names', 'organisations'] as const
const words = ['décisions', 'conclusions'] as const
const positions = ['text', 'table', 'none'] as const
const publicNames = ['names', 'functions'] as const
const recordPlaces = ['afterItems', 'beforeItems'] as const

function PrintedForm({ style: stored }: { style: DocumentStyle }) {
  const {
    patch,
    error,
    retry,
    giveUp,
    row: style,
  } = usePatch('documentStyle.update', { version: stored.version }, stored, (after) => after.version)
  const hidden = style.hiddenSections
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <div className="form-grid">
        <div className="whole">
          <TextField
            label={text.footer}
            prose
            help={text.footerHelp}
            value={style.footer}
            onCommit={(footer) => patch({ footer })}
          />
        </div>
        <Select
          label={text.attendanceList}
          help={text.attendanceHelp}
          value={style.attendanceList}
          choices={lists.map((value) => ({ value, label: text.attendanceLists[value] }))}
          onCommit={(attendanceList) => patch({ attendanceList })}
        />
        <Select
          label={text.recordWord}
          value={style.recordWord}
          choices={words.map((value) => ({ value, label: text.recordWords[value] }))}
          onCommit={(recordWord) => patch({ recordWord })}
        />
        <Select
          label={text.positions}
          value={style.positions}
          choices={positions.map((value) => ({ value, label: text.positionPlaces[value] }))}
          onCommit={(positions) => patch({ positions })}
        />
        <Select
          label={text.publicNames}
          help={text.publicHelp}
          value={style.publicNames}
          choices={publicNames.map((value) => ({ value, label: text.publicNamed[value] }))}
          onCommit={(publicNames) => patch({ publicNames })}
        />
        <Select
          label={text.recordPlace}
          value={style.recordPlace}
          choices={recordPlaces.map((value) => ({ value, label: text.recordPlaces[value] }))}
          onCommit={(recordPlace) => patch({ recordPlace })}
        />
      </div>
      <fieldset className="stack style-checks" aria-label={text.sections}>
        <legend className="h3">{text.sections}</legend>
        {OptionalSection.options.map((section) => (
          <CheckBox
            key={section}
            label={text.sectionNames[section]}
            checked={!hidden.includes(section)}
            onCommit={(isShown) =>
              patch({
                hiddenSections: OptionalSection.options.filter((one) =>
                  one === section ? !isShown : hidden.includes(one),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <div className="stack style-checks">
        <CheckBox
          label={text.emptyItems}
          checked={style.emptyItems === 'said'}
          onCommit={(isSaid) => patch({ emptyItems: isSaid ? 'said' : 'silent' })}
        />
        <CheckBox
          label={text.embedsData}
          checked={style.embedsData}
          onCommit={(embedsData) => patch({ embedsData })}
        />
        <p className="mute small">{text.embedsDataHelp}</p>
      </div>
    </>
  )
}
