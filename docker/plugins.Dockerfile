# Both plugins for a Grafana without the network: as an init container this image copies them into a volume at /target.
# Build the plugins first (docs/install.md): docker build -f docker/plugins.Dockerfile -t soundcheck-plugins:0.1.0 .
FROM busybox:1.37
COPY plugins/trustyai-datasource/dist /plugins/soundcheck-trustyai-datasource
COPY plugins/drift-panel/dist /plugins/soundcheck-drift-panel
# Whoever the cluster makes the user: all may read, and run the back end.
RUN chmod -R a+rX /plugins
USER 10001
CMD ["cp", "-R", "/plugins/.", "/target/"]
