export { reportFile } from './export.ts'
