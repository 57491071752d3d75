import Palette from 'lucide-react/icons/palette'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { useState } from 'react'
import {
  contrast,
  isLegible,
  legibleColour,
  shippedColours,
  tint,
} from '../../../../electron/domain/documents/document-style.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { documentStyleText as text } from '../../../text/document-style.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TheirText } from '../../../ui/TheirText.tsx'
import { useDraft } from '../../../ui/use-draft.ts'

type Colours = Record<keyof typeof shippedColours, string>
const names: readonly (keyof Colours)[] = ['accent', 'decisionColour', 'actionColour']

export function ColoursSection() {
  const style = useQuery('documentStyle.get', {})
  return (
    <section className="stack" aria-label={text.colours}>
      <h2 className="h2">{text.colours}</h2>
      <p className="mute">{text.coloursLead}</p>
      {style.error === null ? null : <ErrorBanner error={style.error} onRetry={() => void style.refetch()} />}
      {style.data === undefined ? (
        style.error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <ColoursForm colours={style.data} version={style.data.version} />
      )}
    </section>
  )
}

function ColoursForm({ colours: stored, version }: { colours: Colours; version: number }) {
  const {
    patch,
    error,
    retry,
    giveUp,
    row: colours,
  } = usePatch('documentStyle.update', { version }, stored, (after) => after.version)
  const isShipped = names.every((name) => colours[name] === shippedColours[name])
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <div className="form-grid">
        {names.map((name) => (
          <ColourField
            key={name}
            label={text.colourFields[name]}
            value={colours[name]}
            onCommit={(colour) => patch({ [name]: colour })}
          />
        ))}
      </div>
      {isShipped ? null : (
        <div className="row">
          <Button small icon={RotateCcw} onPress={() => patch(shippedColours)}>
            {text.shippedColours}
          </Button>
        </div>
      )}
    </>
  )
}

const isColour = (typed: string) => /^#[0-9a-f]{6}$/.test(typed)

function ColourField(props: { label: string; value: string; onCommit: (colour: string) => void }) {
  const { label, value, onCommit } = props
  /** A chosen colour that cannot be read. */
  const [pale, setPale] = useState<string | null>(null)
  const draft = useDraft(value, (typed) => {
    const colour = typed.trim().toLowerCase()
    setPale(isColour(colour) && !isLegible(colour) ? colour : null)
    if (isColour(colour) && isLegible(colour)) onCommit(colour)
  })
  const typed = draft.text.trim().toLowerCase()
  const shown = isColour(typed) ? typed : value
  const error = !isColour(typed)
    ? text.notAColour
    : isLegible(typed)
      ? undefined
      : text.tooPale(leastContrast(typed))
  return (
    <div className="stack style-colour">
      <Field
        label={label}
        help={text.legible(leastContrast(shown))}
        error={error}
        note={<TheirText draft={draft} of="value" />}
      >
        {(ids) => (
          <div className="row">
            <input
              type="color"
              className="style-swatch"
              aria-label={text.pick(label)}
              value={shown}
              onChange={(event) => draft.change(event.target.value)}
              onBlur={draft.finish}
            />
            <input
              {...ids}
              className="input"
              value={draft.text}
              maxLength={7}
              spellCheck={false}
              onChange={(event) => draft.change(event.target.value)}
              onBlur={draft.finish}
              onKeyDown={(event) => (event.key === 'Enter' ? draft.finish() : undefined)}
            />
          </div>
        )}
      </Field>
      {pale === null || error === undefined ? null : (
        <div className="row">
          <Button
            small
            icon={Palette}
            onPress={() => {
              draft.change(legibleColour(pale))
              draft.finish()
            }}
          >
            {text.takeNearest(legibleColour(pale))}
          </Button>
        </div>
      )}
    </div>
  )
}

/** On white or on its own pale ground, whichever is worse. */
function leastContrast(colour: string): number {
  return Math.min(contrast(colour, '#ffffff'), contrast(colour, tint(colour)))
}
