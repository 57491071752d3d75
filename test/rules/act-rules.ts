// What can be done is declared once, in the registry of acts: features neither compare keys nor build menus themselves.
import ts from 'typescript'
import { contract } from '../../electron/contract/index.ts'
import type { CodeRule } from './code-rules.ts'
import { type Fault, faultAt, nodesOf, pathOf } from './syntax.ts'

/** Features, and the parts that several of them are made of. */
const isFeature = (path: string) => /^renderer\/(features|parts)\/.*\.tsx?$/.test(path)

const modifiers = new Set(['ctrlKey', 'metaKey', 'altKey', 'shiftKey'])
const keyNames = /^([A-Za-z0-9 +?-]|F\d\d?|Arrow\w+|Page\w+|Enter|Escape|Tab|Home|End|Delete|Backspace)$/

/** Uses of what the keyboard says, whatever is done with them. */
function keysRead(file: ts.SourceFile): Fault[] {
  return [...nodesOf(file)].flatMap((node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const isKey = node.name.text === 'key' && /(^|\.)(event|nativeEvent)$/.test(pathOf(node.expression))
      return isKey || modifiers.has(node.name.text) ? [faultAt(node, node.getText())] : []
    }
    if (ts.isBindingElement(node))
      return modifiers.has(node.name.getText()) ? [faultAt(node, node.getText())] : []
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken)
      return []
    const sides = [node.left, node.right]
    const isKey = sides.some((side) => ts.isIdentifier(side) && side.text === 'key')
    return isKey && sides.some((side) => ts.isStringLiteral(side) && keyNames.test(side.text))
      ? [faultAt(node, node.getText())]
      : []
  })
}

/** Fields for words: Enter ends what is typed there and Escape leaves it, as in every field. */
const fields = [
  'agenda/AgendaRow.tsx',
  'agenda/NewItem.tsx',
  'attendance/AttendanceList.tsx',
  'attendance/substitutes.tsx',
  'attendance/replies/RepliesList.tsx',
  'documents/style/ColoursSection.tsx',
  'follow-up/ChosenActions.tsx',
  'follow-up/EditForm.tsx',
  'follow-up/ReassignForm.tsx',
  'follow-up/ReasonForm.tsx',
  'follow-up/ReplaceForm.tsx',
  'home/search/Palette.tsx',
  'imports/LineEditor.tsx',
  'imports/RowGrid.tsx',
  'meetings/series/SeriesInspector.tsx',
  'minutes/LinkForm.tsx',
  'minutes/observations/DecisionPanel.tsx',
  'session/ItemsPane.tsx',
  'session/PositionForm.tsx',
]

const textEditing: Readonly<Record<string, string>> = {
  ...Object.fromEntries(fields.map((path) => [path, 'ends or leaves what is typed in a field'])),
  'minutes/ActionBlock.tsx': 'Backspace in an empty field takes the block away',
  'minutes/DecisionBlock.tsx': 'Backspace in an empty field takes the block away',
  'minutes/picture-view.ts': 'the alternative text of a picture, inside the editor',
  'session/use-keys-to-line.ts': 'a letter typed outside of any field begins the line',
  'session/NoteLine.tsx': 'the line that is typed completes names and is corrected by its own keys',
}

/** Methods that leave entries in the journal: what they change is everybody's. A file that is exported changes nothing. */
const journaled: ReadonlySet<string> = new Set(
  Object.entries(contract).flatMap(([name, { kind, label }]) =>
    label === undefined || kind === 'shell' ? [] : [name],
  ),
)

/** Buttons that send one of these, and neither look like it nor say it: where only reading is allowed they stay on. */
function plainWriters(file: ts.SourceFile): Fault[] {
  const nodes = [...nodesOf(file)]
  const sent = new Set(
    nodes.flatMap((node) => {
      if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return []
      if (
        !ts.isCallExpression(node.initializer) ||
        !/^use(Write|Act)$/.test(pathOf(node.initializer.expression))
      )
        return []
      const [method] = node.initializer.arguments
      return method !== undefined && ts.isStringLiteral(method) && journaled.has(method.text)
        ? [`${node.name.getText()}.mutate`]
        : []
    }),
  )
  return nodes.flatMap((node) => {
    if (!ts.isJsxSelfClosingElement(node) && !ts.isJsxOpeningElement(node)) return []
    if (node.tagName.getText() !== 'Button') return []
    const said = new Map(
      node.attributes.properties.flatMap((one) =>
        ts.isJsxAttribute(one) ? [[one.name.getText(), one.initializer?.getText() ?? ''] as const] : [],
      ),
    )
    const isTold =
      said.has('writes') ||
      said.has('reads') ||
      /^"(primary|danger)"$/.test(said.get('look') ?? '') ||
      /^\{(PenLine|Pencil|Plus|Trash2)\}$/.test(said.get('icon') ?? '')
    const press = said.get('onPress') ?? ''
    const method = [...sent].find((one) => press.includes(`${one}(`))
    return isTold || method === undefined ? [] : [faultAt(node, method)]
  })
}

export const actRules: readonly CodeRule[] = [
  {
    name: 'features and parts compare no keys: an act says which it has',
    covers: isFeature,
    except: {
      ...Object.fromEntries(
        Object.entries(textEditing).map(([path, why]) => [`renderer/features/${path}`, why]),
      ),
      'renderer/parts/grid/Grid.tsx': 'the mouse chooses with the modifiers that are held',
      'renderer/features/imports/SourceLines.tsx': 'the mouse chooses with the modifiers that are held',
      'renderer/parts/grid/use-type-ahead.ts': 'letters typed on a list lead to the row that begins so',
    },
    faults: keysRead,
    plants: [
      "const on = (event: KeyboardEvent) => (event.key === 'Delete' ? remove() : undefined)",
      'const said = (event: KeyboardEvent) => letters[event.key.toLowerCase()]',
      "const on = ({ key }: KeyboardEvent) => (key === 'F11' ? toggle() : undefined)",
      'const on = (event: KeyboardEvent) => (event.ctrlKey ? save() : undefined)',
      'const on = ({ metaKey }: KeyboardEvent) => (metaKey ? save() : undefined)',
      "const on = (event: React.KeyboardEvent) => (event.nativeEvent.key === 'x' ? refuse() : undefined)",
    ],
    innocent: [
      'const found = rows.find((row) => row.key === chosen)',
      "const is = ({ key }: Field) => key === 'title'",
      'const on = (event: KeyboardEvent) => pressKey(event, acts)',
    ],
  },
  {
    name: 'menus are made of acts',
    covers: (path) => /^renderer\/(?!acts\/|ui\/Menu\.tsx).*\.tsx?$/.test(path),
    faults: (file) =>
      [...nodesOf(file)].flatMap((node) =>
        ts.isImportDeclaration(node) &&
        ts.isStringLiteral(node.moduleSpecifier) &&
        /(\/ui\/Menu\.tsx|^\.\/Menu\.tsx|react-aria-components\/Menu)$/.test(node.moduleSpecifier.text)
          ? [faultAt(node, node.moduleSpecifier.text)]
          : [],
      ),
    plants: [
      "import { Menu } from '../../ui/Menu.tsx'",
      "import type { MenuAct } from '../ui/Menu.tsx'",
      "import { MenuTrigger } from 'react-aria-components/Menu'",
    ],
    innocent: ["import { ActMenu } from '../../acts/ActMenu.tsx'"],
  },
  {
    name: 'acts are declared in files of acts, where the tests of all acts find them',
    covers: (path) => /^renderer\/.*\.tsx?$/.test(path) && !/(^|[/-])acts?\.ts$/.test(path),
    faults: (file) =>
      [...nodesOf(file)].flatMap((node) =>
        ts.isCallExpression(node) && pathOf(node.expression) === 'declareActs'
          ? [faultAt(node, 'declareActs')]
          : [],
      ),
    plants: ["export const acts = declareActs<null>('list', '', 'rows')"],
    innocent: ['const bound = bindActs(listActs, context, null)'],
  },
  {
    name: 'a button that changes the data says so, and is off where only reading is allowed',
    covers: (path) => /^renderer\/.*\.tsx$/.test(path),
    faults: plainWriters,
    plants: [
      "const put = useWrite('meetings.restore')\nexport const A = () => <Button small onPress={() => put.mutate({ id })}>A</Button>",
      'const put = useWrite(\'meetings.restore\')\nexport const A = () => <Button icon={X} label="A" onPress={() => { say(); put.mutate({ id }) }} />',
    ],
    innocent: [
      "const put = useWrite('meetings.restore')\nexport const A = () => <Button writes onPress={() => put.mutate({ id })}>A</Button>",
      "const put = useWrite('meetings.restore')\nexport const A = () => <Button icon={Trash2} onPress={() => put.mutate({ id })}>A</Button>",
      "const read = useAct('spelling.check')\nexport const A = () => <Button onPress={() => read.mutate({ words })}>A</Button>",
    ],
  },
]
