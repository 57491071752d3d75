import { type Act, keyHints } from '../../acts/act.ts'
import { type ShownScope, scopesOnScreen } from '../../acts/use-acts.ts'
import { helpText as text } from '../../text/help.ts'
import { keyText } from '../../text/keys.ts'
import { Keys } from '../../ui/Keys.tsx'

/** The keys of what is on the screen, those that act everywhere last. */
export function ScreenKeys() {
  const groups = [...byTitle(scopesOnScreen())]
    .map(([title, acts]) => ({ title, hints: keyHints([...acts]) }))
    .filter(({ hints }) => hints.length > 0)
    .reverse()
  return (
    <>
      {groups.map((group) => (
        <section key={group.title}>
          <h3 className="h3">{group.title}</h3>
          <dl className="definitions shortcut-list">
            {group.hints.map(({ keys, label }) => (
              <div key={label} className="shortcut">
                <dt>
                  <Keys keys={keys} />
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="mute">
        <Keys keys={[keyText.Escape ?? '']} /> {text.escape}
      </p>
    </>
  )
}

/** Acts of every screen that this one has no use for, such as filtering, are left out. */
function keyed({ scope, acts }: ShownScope): Act<never>[] {
  const isOff = (name: string) => acts().some((act) => act.id === `${scope.name}.${name}` && !act.isOffered)
  return Object.entries(scope.acts).flatMap(([name, act]) =>
    scope.reach === 'window' && isOff(name) ? [] : [act],
  )
}

/** Several parts of a screen may show the same acts, and several scopes stand under one title. */
function byTitle(shown: readonly ShownScope[]): Map<string, Set<Act<never>>> {
  const groups = new Map<string, Set<Act<never>>>()
  for (const one of shown) {
    const acts = groups.get(one.scope.title) ?? new Set()
    for (const act of keyed(one)) acts.add(act)
    groups.set(one.scope.title, acts)
  }
  return groups
}
