// A person at a real desk, twenty minutes: what no machine here can see. npm run verify:desk; what is seen to work becomes
// lines of docs/verified.md, what is not is printed for whoever mends it.
import { release } from 'node:os'
import { createInterface } from 'node:readline'
import { machine, record } from './test/verified.ts'

type Check = { readonly what: string; readonly ask: string; readonly on?: NodeJS.Platform }

const checks: readonly Check[] = [
  {
    what: 'installed without an administrator',
    ask: 'Installer pour soi seul. Aucun mot de passe demandé ?',
    on: 'win32',
  },
  {
    what: 'installed by msi, silently',
    ask: 'msiexec /i … /qn, puis lancer. La fenêtre s’ouvre ?',
    on: 'win32',
  },
  {
    what: 'opened past Gatekeeper',
    ask: 'Ouvrir l’application copiée du dmg. Aucun avertissement ?',
    on: 'darwin',
  },
  { what: 'first start', ask: 'Au premier lancement, les quatre chemins s’affichent ?' },
  { what: 'the sample', ask: '« Essayer avec un exemple » charge une année ?' },
  { what: 'an agenda written and undone', ask: 'Ajouter trois points, annuler, rétablir : tout revient ?' },
  { what: 'a session held', ask: 'Ouvrir la séance, noter D : et A :, lever. Le compte rendu est rédigé ?' },
  {
    what: 'minutes in Word',
    ask: 'Exporter le compte rendu en Word et l’ouvrir dans Word. Styles et suivi sont là ?',
  },
  {
    what: 'minutes in Acrobat',
    ask: 'Exporter en PDF, ouvrir dans Acrobat : titres et lecture à voix haute sont justes ?',
  },
  {
    what: 'a draft in Outlook, classic',
    ask: '« Ouvrir dans la messagerie » : un brouillon modifiable dans l’ancien Outlook ?',
    on: 'win32',
  },
  {
    what: 'a draft in Outlook, new',
    ask: 'De même dans le nouvel Outlook, ou par « Copier » ?',
    on: 'win32',
  },
  {
    what: 'a draft in the mail program',
    ask: '« Ouvrir dans la messagerie » : un brouillon modifiable ?',
    on: 'darwin',
  },
  {
    what: 'a screen reader',
    ask: 'Avec NVDA, JAWS ou VoiceOver : Préparer se parcourt et se modifie sans l’écran ?',
  },
  {
    what: 'a second display',
    ask: '« Écran partagé » s’ouvre sur l’autre écran, et la fenêtre principale garde le clavier ?',
  },
  { what: 'display at 125 and 150 percent', ask: 'À 125 % puis 150 %, rien n’est coupé ni flou ?' },
  {
    what: 'a network folder for copies',
    ask: 'Choisir un partage comme second dossier : la copie y arrive ?',
  },
  {
    what: 'sleep and wake in a session',
    ask: 'Séance ouverte, un texte à moitié tapé : veille, réveil. Le texte et l’heure sont justes ?',
  },
  {
    what: 'a link seances-inp:',
    ask: 'Le lien copié d’une séance, collé dans « Exécuter » ou Spotlight, y mène ?',
  },
  {
    what: 'a policy',
    ask: 'Imposer l’orthographe par le modèle ADMX ou le profil : « Réglages imposés » le dit ?',
  },
  {
    what: 'a newer version over it',
    ask: 'Installer la version suivante par-dessus : les données s’ouvrent ?',
  },
  { what: 'removed, data kept', ask: 'Désinstaller : le dossier des données est resté ?' },
]

const file = process.argv[2]
const mine = checks.filter(({ on }) => on === undefined || on === process.platform)
const worked: string[] = []
const failed: string[] = []

console.log(
  `Séances INP sur ce poste : ${mine.length} vérifications. o = oui, n = non, Entrée = pas essayé.\n`,
)
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
for (const [at, { what, ask }] of mine.entries()) {
  process.stdout.write(`${at + 1}/${mine.length}  ${ask}\n> `)
  const { value, done } = await answers.next()
  const said = String(value ?? '')
    .trim()
    .toLowerCase()
  if (said.startsWith('o')) worked.push(what)
  else if (said.startsWith('n')) failed.push(ask)
  if (done === true) break
}
const where = `Desk, ${machine} ${release()}`
record(
  worked.map((what) => ({ where, what })),
  file,
)
console.log(
  `\n${worked.length} lignes écrites, ${failed.length} à signaler${failed.length === 0 ? '.' : ' :'}`,
)
for (const ask of failed) console.log(`- ${ask}`)
process.exit(0)
