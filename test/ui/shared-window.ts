// The page in memory, which the files of this suite share: each finds it as the first one did.

type Properties = ReadonlyMap<string, PropertyDescriptor & { readonly held: unknown }>

/** Lasts from one file to the next, while the modules of both trees are made anew. */
type Kept = { readonly first: ReadonlyMap<object, Properties>; readonly stops: (() => void)[] }
const place = Symbol.for('seances.sharedWindow')

/** Names that begin so are the runner's and the packages', which last as the window does. */
const names = (object: object) => Object.getOwnPropertyNames(object).filter((name) => !name.startsWith('_'))

function propertiesOf(object: object): Properties {
  return new Map(
    names(object).flatMap((name) => {
      const found = Reflect.getOwnPropertyDescriptor(object, name)
      return found === undefined ? [] : [[name, { ...found, held: heldBy(object, found) }] as const]
    }),
  )
}

/** Assigned to, most properties of the window keep their accessors, and hold another value. */
const heldBy = (object: object, { get, set, value }: PropertyDescriptor): unknown =>
  object === globalThis && get !== undefined && set !== undefined ? get.call(object) : value

/** What tests replace single properties of: the window, its document, and every class with what its elements inherit. */
function replaceable(): object[] {
  const classes = names(globalThis)
    .filter((name) => /^[A-Z]/.test(name))
    .map((name): unknown => Reflect.get(globalThis, name))
    .filter((one) => typeof one === 'function')
  const prototypes = classes
    .map((one): unknown => one.prototype)
    .filter((one) => typeof one === 'object' && one !== null)
  return [globalThis, document, navigator, ...classes, ...prototypes]
}

function kept(): Kept {
  const known: Kept | undefined = Reflect.get(globalThis, place)
  if (known !== undefined) return known
  const stops: (() => void)[] = []
  for (const target of [window, document]) noteListeners(target, stops)
  const made = { stops, first: new Map(replaceable().map((object) => [object, propertiesOf(object)])) }
  Reflect.set(globalThis, place, made)
  return made
}

/** Notes what stops each listener that a source of ours adds. Packages are not made anew, and count on theirs. */
function noteListeners(target: EventTarget, stops: (() => void)[]): void {
  const add = target.addEventListener.bind(target)
  target.addEventListener = (...args: Parameters<EventTarget['addEventListener']>) => {
    const caller = new Error().stack?.split('\n')[2] ?? ''
    if (!caller.includes('/node_modules/')) stops.push(() => target.removeEventListener(...args))
    add(...args)
  }
}

/** Takes back what the files before left in it: elements, listeners, replaced properties, what is stored, the address. */
export function cleanWindow(): void {
  const { first, stops } = kept()
  for (const stop of stops.splice(0)) stop()
  for (const [object, properties] of first) {
    for (const name of names(object)) if (!properties.has(name)) Reflect.deleteProperty(object, name)
    for (const [name, { held, ...before }] of properties) {
      const now = Reflect.getOwnPropertyDescriptor(object, name)
      if (now?.get !== before.get || now?.set !== before.set || now?.value !== before.value)
        Object.defineProperty(object, name, before)
      else if (heldBy(object, before) !== held) Reflect.set(object, name, held)
    }
  }
  localStorage.clear()
  sessionStorage.clear()
  window.history.replaceState(null, '', '/')
  for (const element of [document.documentElement, document.body])
    for (const name of element.getAttributeNames()) element.removeAttribute(name)
  document.head.replaceChildren()
  document.body.replaceChildren()
}
