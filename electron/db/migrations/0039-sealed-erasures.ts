// That something was erased is not erased; the name of who did it may be, as every other.
export const sealedErasures = `
CREATE TRIGGER erasure_kept_update BEFORE UPDATE OF id, kind, at, removed, rewritten ON erasure
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER erasure_kept_delete BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'sealed'); END;
`
