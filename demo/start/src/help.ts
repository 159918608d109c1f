export const help = `npm start -- [flags]

Starts the whole demo on this machine's loopback: a TrustyAI emulator with a week of history, a model server's metrics,
Prometheus, Alertmanager and Loki, and the page that shows the plugins. Prints one URL. Ctrl-C stops everything.

  --port N          port of the page (3000)
  --reference FILE  own data in place of the generated one: a CSV of the rows the model was trained on,
  --live FILE       a CSV of the rows it saw since,
  --time COLUMN     and the column of that file that holds the time
  --repeat          live traffic repeats the last rows of history and nothing is retrained: verdicts stay as they are
  --quick           alerts and the retraining that they start go ten times as fast
  --debian          where Prometheus or Alertmanager can neither be built nor found, install Debian's package
                    (needs apt-get and root)
  --check           start everything, check each part and each dashboard query, print a table, stop;
                    exit code 0 only when all native parts are real and each query gives data
  --allow-absent    with --check: a native part that cannot be had is no failure
  --help            this text

Native parts are taken from .cache/bin, else built by Go from the pinned modules in tools/, else from PATH.
Logs of all processes: .cache/run/logs`;
