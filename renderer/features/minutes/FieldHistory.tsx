import HistoryIcon from 'lucide-react/icons/history'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { useState } from 'react'
import type { FieldValue, HistoryField } from '../../../electron/contract/history.ts'
import { plainText } from '../../../electron/domain/text/rich-text.ts'
import { useQuery } from '../../api/use-query.ts'
import { fieldHistoryText as text } from '../../text/minutes-versions.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ShortChange } from './versions/ShortChange.tsx'
import { whenWords } from './versions/when.ts'

/** Values shown at once: each is compared with the one before it. */
const SHOWN = 12

export function FieldHistory(props: {
  of: HistoryField
  /** The field in words, as in « Historique : échanges ». */
  name: string
  onRestore: (value: FieldValue['value']) => void
  onClose: () => void
}) {
  const values = useQuery('history.ofField', props.of)
  const [shown, setShown] = useState(SHOWN)
  const all = values.data ?? []
  return (
    <Inspector title={text.pane(props.name)} onClose={props.onClose}>
      {values.error === null ? null : (
        <ErrorBanner error={values.error} onRetry={() => void values.refetch()} />
      )}
      {values.data === undefined ? (
        values.error === null ? (
          <Skeleton lines={6} />
        ) : null
      ) : all.length === 0 ? (
        <EmptyState icon={HistoryIcon} title={text.empty}>
          {text.emptyHint}
        </EmptyState>
      ) : (
        <ol className="field-history-values">
          {all.slice(0, shown).map((value, index) => (
            <li key={value.change}>
              <Value
                value={value}
                older={all[index + 1]}
                isPresent={index === 0}
                onRestore={() => props.onRestore(value.value)}
              />
            </li>
          ))}
        </ol>
      )}
      {all.length > shown ? (
        <Button small look="ghost" onPress={() => setShown(shown + SHOWN)}>
          {text.more(all.length - shown)}
        </Button>
      ) : null}
    </Inspector>
  )
}

function Value(props: {
  value: FieldValue
  older: FieldValue | undefined
  isPresent: boolean
  onRestore: () => void
}) {
  const { value, older, isPresent } = props
  const { at, who, label, takenBack } = value
  const words = wordsOf(value)
  const when = at === null ? '' : whenWords(at)
  return (
    <>
      {isPresent ? <div className="strong">{text.now}</div> : null}
      <div className={isPresent ? 'mute' : 'strong'}>
        {at === null ? text.firstKnown : text.when(when, who)}
      </div>
      {at === null ? null : <div className="mute">{takenBack ? text.takenBack(label) : label}</div>}
      <p className="field-history-words">
        {older === undefined ? (
          words === '' ? (
            <span className="mute">{text.emptied}</span>
          ) : (
            words
          )
        ) : (
          <ShortChange before={wordsOf(older)} after={words} />
        )}
      </p>
      {isPresent ? null : (
        <Button
          small
          icon={RotateCcw}
          label={at === null ? text.restoreFirst : text.restoreOf(when)}
          onPress={props.onRestore}
        >
          {text.restore}
        </Button>
      )}
    </>
  )
}

function wordsOf({ value }: FieldValue): string {
  return typeof value === 'string' ? value : plainText(value)
}
