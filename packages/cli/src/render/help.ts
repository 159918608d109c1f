export const RENDER_HELP = `soundcheck render [options]

Writes all that follows from monitors.yaml, the same bytes each time: rules, contact points and policies for Grafana
(provisioning/alerting/monitors.yaml), rules for Prometheus, Alertmanager's configuration, and the objects for clusters
(deploy/). Files that it wrote earlier and that nothing asks for any more are deleted; others are left alone.

  --file FILE   monitors.yaml, unless said otherwise
  --out FOLDER  where provisioning/ and deploy/ are (.)
  --only PART   grafana, prometheus, alertmanager, namespaces or deploy; may be repeated
  --secrets FOLDER  where Alertmanager finds files with its secrets (/etc/alertmanager/secrets)
  --check       write nothing, and say which files are missing, outdated or left over
  -h, --help    this text

Exit code: 0 all is written (or, with --check, up to date), 1 the file is not right or something is out of date,
2 a file could not be read or written, or the arguments are wrong.
`;
