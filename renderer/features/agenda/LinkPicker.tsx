// Link picker: finds a project or a followed text by a few words of its title, and gives it to an item.
import { useMemo, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { fold } from '../../../electron/domain/fold.ts'
import { useQuery } from '../../api/use-query.ts'
import { agendaText } from '../../text/agenda.ts'

export type LinkTarget = { kind: 'project' | 'watch'; targetId: string; title: string }

/** Most projects and most texts proposed at once. */
const MOST = 8

/** `known` are the ids already linked, not proposed again. */
export function LinkPicker(props: { known: readonly string[]; onPick: (target: LinkTarget) => void }) {
  const [words, setWords] = useState('')
  const projects = useQuery('projects.list', {})
  const texts = useQuery(
    'watch.list',
    { words: words.trim(), offset: 0, limit: MOST + props.known.length },
    { keepPrevious: true },
  )
  const proposals = useMemo(() => {
    const wanted = fold(words.trim())
    const all: LinkTarget[] = [
      ...(projects.data ?? [])
        .filter((project) => fold(project.title).includes(wanted))
        .slice(0, MOST)
        .map(({ id, title }): LinkTarget => ({ kind: 'project', targetId: id, title })),
      ...(texts.data?.rows ?? []).map(
        ({ id, title }): LinkTarget => ({ kind: 'watch', targetId: id, title }),
      ),
    ]
    return all
      .filter((one) => !props.known.includes(one.targetId))
      .map((one) => ({ ...one, id: one.targetId }))
  }, [projects.data, texts.data, words, props.known])
  return (
    <I18nProvider locale="fr-FR">
      <ComboBox
        className="field"
        menuTrigger="focus"
        items={proposals}
        inputValue={words}
        onInputChange={setWords}
        // The lists are already filtered, by the core for the texts.
        defaultFilter={() => true}
        selectedKey={null}
        onSelectionChange={(key) => {
          const target = proposals.find((one) => one.id === key)
          if (target === undefined) return
          const { kind, targetId, title } = target
          props.onPick({ kind, targetId, title })
          setWords('')
        }}
      >
        <Label className="lab">{agendaText.inspector.link}</Label>
        <div className="input">
          <Input className="bare" />
        </div>
        <Popover className="menu">
          <ListBox className="choices">
            {(target: (typeof proposals)[number]) => (
              <ListBoxItem id={target.id} textValue={target.title} className="mi">
                <span className="cut">{target.title}</span>
                <span className="end mute">
                  {target.kind === 'project' ? agendaText.inspector.project : agendaText.inspector.watch}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}
