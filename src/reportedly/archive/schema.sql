-- The archive: one SQLite file. What people gave (reports, corrections) is precious; all else is derived from it
-- by `reportedly rebuild` and carries the version of the code that made it, so it needs no migrations.
-- Offsets are code points of a report's text, end not included. Times are ISO 8601 in UTC.

-- PRECIOUS. One report a row, added in one transaction with its reading.
CREATE TABLE report (
    number    INTEGER PRIMARY KEY,     -- order of adding
    id        TEXT NOT NULL UNIQUE,    -- SHA-256 (hex) of the bytes
    path      TEXT NOT NULL,           -- where it came from; a member of a container is "container#member"
    bytes     BLOB NOT NULL,           -- the original bytes, zlib
    size      INTEGER NOT NULL,        -- how many bytes before compression
    text_hash TEXT NOT NULL,           -- SHA-256 (hex) of the text a reader sees, in UTF-8
    record    BLOB NOT NULL,           -- model.report.Report as taken in, JSON, zlib: for what the bytes of a
                                       -- container's member do not say alone (a feed's name, an address)
    added     TEXT NOT NULL            -- when
) STRICT;

-- PRECIOUS. What people said against a computed judgement. Append-only: the triggers below refuse all else.
CREATE TABLE correction (
    number INTEGER PRIMARY KEY,        -- order of making
    kind   TEXT NOT NULL,              -- copy, not-copy, same-entity, ... speaker (model.correction)
    first  TEXT NOT NULL,              -- a report's id, a name or a place "REPORT:START-END", as `kind` asks
    second TEXT NOT NULL,
    made   TEXT NOT NULL,              -- when
    note   TEXT NOT NULL               -- why, in the person's words; "" where not said
) STRICT;

-- Inputs that could not be taken, each with the reason it was refused for last.
CREATE TABLE refused (
    path   TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    seen   TEXT NOT NULL               -- when last
) STRICT;

-- DERIVED. What one report says.
CREATE TABLE reading (
    report  TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    record  BLOB NOT NULL,             -- model.reading.Reading with its report and parse, JSON, zlib
    made_by TEXT NOT NULL              -- version of the code
) STRICT;

-- DERIVED. The blocks that `search` looks through (not the furniture), text kept once.
CREATE TABLE block (
    number INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    start  INTEGER NOT NULL,           -- first code point of the block in the report's text
    role   TEXT NOT NULL,              -- headline, paragraph, caption ...
    text   TEXT NOT NULL               -- damaged bytes are shown as U+FFFD, a character for a character
) STRICT;
CREATE INDEX block_of_report ON block (report);

-- DERIVED. Full text over the blocks; the triggers keep it true.
CREATE VIRTUAL TABLE block_text USING fts5 (
    text, content = 'block', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER block_added AFTER INSERT ON block BEGIN
    INSERT INTO block_text (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER block_removed AFTER DELETE ON block BEGIN
    INSERT INTO block_text (block_text, rowid, text) VALUES ('delete', old.number, old.text);
END;

-- DERIVED. What the reports say together.
CREATE TABLE story (
    id     TEXT PRIMARY KEY,
    place  INTEGER NOT NULL,           -- order in which stories are shown
    record BLOB NOT NULL               -- model.story.Story without its readings, JSON, zlib
) STRICT;

-- DERIVED. The readings of a story in its order.
CREATE TABLE story_report (
    story   TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    report  TEXT NOT NULL,
    reading BLOB,                      -- where the story read it differently (an inferred date), else NULL
    PRIMARY KEY (story, place)
) STRICT;

-- DERIVED. At most one row: the version of the code that made the stories. No row: they are out of date.
CREATE TABLE stories_made (
    made_by TEXT NOT NULL
) STRICT;

CREATE TRIGGER report_added AFTER INSERT ON reading BEGIN
    DELETE FROM stories_made;
END;
CREATE TRIGGER report_removed AFTER DELETE ON reading BEGIN
    DELETE FROM stories_made;
END;
CREATE TRIGGER correction_added AFTER INSERT ON correction BEGIN
    DELETE FROM stories_made;
END;
CREATE TRIGGER correction_kept BEFORE DELETE ON correction BEGIN
    SELECT raise(ABORT, 'corrections are append-only');
END;
CREATE TRIGGER correction_unchanged BEFORE UPDATE ON correction BEGIN
    SELECT raise(ABORT, 'corrections are append-only');
END;
