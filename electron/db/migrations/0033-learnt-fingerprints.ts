// What was learnt of layouts before titles were kept as fingerprints held their words, names among them.
export const learntFingerprints = `
DELETE FROM learnt_layout;
`
