// No code from text: tells zod not to compile its checks, which the content policy forbids; bundled beside zod, so that it runs before any shape is made.
import { config } from 'zod'

config({ jitless: true })
