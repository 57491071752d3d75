// The plan says of the agenda what its button says; words that somebody chose stay. What is put back by an undo says the same, or
// would not be found as it was left.
const FORMER = 'Soumettre l’ordre du jour à la présidence'
const NOW = 'Envoyer l’ordre du jour à la présidence'
const inImage = (image: string) => `${image} = replace(${image}, '"title":"${FORMER}"', '"title":"${NOW}"')`

export const planWords = `
UPDATE back_plan_line SET title = '${NOW}' WHERE title = '${FORMER}';
UPDATE meeting_task SET title = '${NOW}' WHERE title = '${FORMER}';
UPDATE journal_change SET ${inImage('before')}, ${inImage('after')}
WHERE table_name IN ('back_plan_line', 'meeting_task');
`
