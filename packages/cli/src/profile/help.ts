export const HELP = `soundcheck profile FILE --out profile.json [options]

Counts the columns of a CSV file, as a reference for the drift panel: numbers in fifty bins of equal shares, text by
category, missing cells apart. No row is kept. Paste the file's content into the panel's option Reference > Profile.

  --out FILE            where to write it; - is standard output
  --columns NAME,NAME   only these columns
  --categories NAME,…   columns of numbers that are codes: counted by category
  -h, --help            this text

Exit code: 0 written, 1 written without columns that hold no value, 2 not written.
`;
