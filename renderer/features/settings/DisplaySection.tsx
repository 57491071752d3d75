import AArrowDown from 'lucide-react/icons/a-arrow-down'
import AArrowUp from 'lucide-react/icons/a-arrow-up'
import { useEffect } from 'react'
import { capsOf, parseKey } from '../../acts/keys.ts'
import {
  type DeskChoice,
  type DeskChoiceValue,
  deskChoices,
  setDeskChoice,
  useDeskChoice,
} from '../../api/desk-choices.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { nextSize, USUAL_SIZE } from '../../app/text-size.ts'
import { setTheme, type ThemeChoice, themeChoices, useTheme } from '../../app/theme.ts'
import { settingsText as text } from '../../text/settings.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'

const keys = (notation: string) => capsOf(parseKey(notation)).join(' ')

export function DisplaySection() {
  const theme = useTheme()
  return (
    <section className="stack" aria-label={text.appearance}>
      <h2 className="h2">{text.appearance}</h2>
      <p className="mute">{text.appearanceLead}</p>
      <div className="setting-rows">
        <Select<ThemeChoice>
          label={text.theme}
          help={text.themeHelp}
          always
          value={theme}
          choices={themeChoices.map((value) => ({ value, label: text.themes[value] }))}
          onCommit={setTheme}
        />
        <TextSize />
        <DeskChoiceRow name="rows" />
        <DeskChoiceRow name="sidebar" />
        <DeskChoiceRow name="keyHints" />
        <DeskChoiceRow name="letters" />
        <DeskChoiceRow name="motion" />
      </div>
    </section>
  )
}

function DeskChoiceRow<N extends DeskChoice>({ name }: { name: N }) {
  const value = useDeskChoice(name)
  const { label, help, choices } = text.deskChoices[name]
  const values: readonly DeskChoiceValue<N>[] = deskChoices[name]
  return (
    <div className="setting-row">
      <div>
        <span className="strong">{label}</span>
        <div className="mute">{help}</div>
      </div>
      <Segments<DeskChoiceValue<N>>
        label={label}
        value={value}
        choices={values.map((one) => ({ value: one, label: choices[one] }))}
        onChange={(wanted) => setDeskChoice(name, wanted)}
      />
    </div>
  )
}

function TextSize() {
  const size = useQuery('app.textSize', {})
  const { refetch } = size
  // The keys change it too, and with it the window's own measure.
  useEffect(() => {
    const read = () => void refetch()
    window.addEventListener('resize', read)
    return () => window.removeEventListener('resize', read)
  }, [refetch])
  const set = useAct('app.setTextSize', { onSuccess: () => void refetch() })
  const percent = size.data?.percent
  const smaller = percent === undefined ? undefined : nextSize(percent, -1)
  const larger = percent === undefined ? undefined : nextSize(percent, 1)
  return (
    <fieldset className="setting-row" aria-label={text.textSize}>
      <div>
        <span className="strong">{text.textSize}</span>
        <div className="mute">{text.textSizeHelp(keys('CmdOrCtrl+Plus'), keys('CmdOrCtrl+-'))}</div>
      </div>
      <div className="row text-size">
        <Button
          icon={AArrowDown}
          label={text.smaller}
          unavailable={percent !== undefined && smaller === undefined ? text.smallest : undefined}
          onPress={() => (smaller === undefined ? undefined : set.mutate({ percent: smaller }))}
        />
        <output aria-live="polite">{percent === undefined ? '' : text.percent(percent)}</output>
        <Button
          icon={AArrowUp}
          label={text.larger}
          unavailable={percent !== undefined && larger === undefined ? text.largest : undefined}
          onPress={() => (larger === undefined ? undefined : set.mutate({ percent: larger }))}
        />
        {percent === undefined || percent === USUAL_SIZE ? null : (
          <Button look="ghost" onPress={() => set.mutate({ percent: USUAL_SIZE })}>
            {text.usualSize}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
