export const PUSH_HELP = `soundcheck reference push FILE --tag TAG [--namespace NAME | URL] [options]

Stores the rows of a CSV file as a reference of a model, in the layout that its TrustyAI service needs, Java or Python,
and prints the lines to put into monitors.yaml. The header names the columns. A model that the service knows already
gets the layout and the order in which it has its columns; a new one gets a tensor for each column, or one tensor where
--input-tensor names it, as the live model has it: else live rows do not fit the reference.

  --tag TAG                the tag, such as TRAINING
  --model ID               the model; needed where monitors.yaml has more than one with this tag, and with a URL
  --namespace NAME         the namespace of monitors.yaml whose service gets it; needed where there are several
  --file FILE              monitors.yaml, unless said otherwise
  --outputs NAME,NAME      the columns that the model answers; of a known model its own outputs
  --input-tensor NAME      the live model takes its inputs as one tensor of this name; the columns are in its order
  --output-tensor NAME     the same of its outputs
  --types TYPES            FP64 (as if not given), FP32, INT64, INT32, BYTES for all columns; or COLUMN=TYPE, with commas
  --chunk ROWS             rows of an upload at most (1000)
  --append                 add the rows to those that the tag has
  --resume                 go on where an upload of this file broke off
  --wait TIME              how long to wait for a service that is starting, such as 120s (0s)
  --service-batch-size N   Java: the service's SERVICE_BATCH_SIZE (trustyai.batchSize of the file, or 5000)
  --json                   one JSON object instead of text
  -h, --help               this text

The token comes from monitors.yaml, with a URL from SOUNDCHECK_TOKEN.

Exit code: 0 stored, 1 stored but something is left for you, 2 not stored, or not all.
`;
