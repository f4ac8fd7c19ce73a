"""Codes for records imported from elsewhere, scaffolds and exports."""

from pavgen.kernel.codes.code import Code

IMPORT_CODES: tuple[Code, ...] = (
    Code("import-file", "a file to import that cannot be read", "check the path"),
    Code("import-shape", "a landscape not in the form of one", "give a landscape's data file"),
    Code("import-csv", "a spreadsheet that cannot be read", "save it as CSV, UTF-8"),
    Code("import-mapping", "a mapping that does not hold", "use names that are there"),
    Code("import-rule-unused", "a rule that fits nothing", "compare the spelling"),
    Code("import-category", "a category without a rule", "give it a rule in the mapping"),
    Code("import-key", "a key of items that nothing is made of", "map it, or ignore it"),
    Code("import-columns", "a column that fills no field", "map it, or ignore it"),
    Code("import-row", "a row that gives no partner", "complete the row"),
    Code("import-cell", "a cell that cannot be read", "write it in the form of its field"),
    Code("import-value", "a word that is in no vocabulary", "map it, or add it to the programme"),
    Code("import-reference", "an id the project does not have", "add it to the project"),
    Code("import-name", "an item without a name", "give it a name"),
    Code("import-name-differs", "names of one company that differ", "correct the name if need be"),
    Code("import-lookalike", "names that pass for each other", "see whether the two are one"),
    Code("import-slug", "a slug that is taken or cannot be spelled", "rename the folder"),
    Code("import-id", "an id that differs from the project's", "correct the source"),
    Code("import-date", "a date that cannot be read", "write it as 2026-11-30"),
    Code("import-text", "a text that had to be changed or left out", "compare it with the source"),
    Code("import-description", "a further description", "bring the two together by hand"),
    Code("import-http", "a link upgraded to https", "see that the site answers there"),
    Code("import-links", "more links than a listing may have", "choose which to keep"),
    Code("import-logo", "a logo that could not be used", "add the logo by hand"),
    Code("import-company", "a solution whose company is no partner", "add the partner first"),
    Code("import-absent", "a partner that the source no longer has", "review its standing"),
    Code("new-name", "a name that gives no file name", "use 2 to 64 letters and digits"),
    Code("new-needs", "a scaffold that needs another record first", "make that one first"),
    Code(
        "export-opportunity", "an export in the order of no opportunity", "name one of the policy"
    ),
)
