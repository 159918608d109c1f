# The programs besides the gateway, one target each: emulator, scenarios, cli, trainer.
# docker build -f docker/node.Dockerfile --target cli -t soundcheck-cli:0.1.0 .
FROM node:24.11-alpine AS build
WORKDIR /src
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json ./
COPY packages ./packages
COPY demo/emulator ./demo/emulator
COPY demo/scenarios ./demo/scenarios
COPY demo/trainer ./demo/trainer
COPY docker ./docker
# Only what these programs need; the lock file decides the versions.
RUN npx --yes pnpm@10.34.9 install --frozen-lockfile --filter '@soundcheck/cli...' --filter '@soundcheck/emulator...' --filter '@soundcheck/scenarios...' --filter '@soundcheck/trainer...' --filter soundcheck \
  && node docker/bundle.mjs /out

# A program is one file, so that an image is Node and that file. Any user id can run it; it writes nothing but volumes.
FROM node:24.11-alpine AS program
ENV NODE_ENV=production
WORKDIR /app
# Volumes take their owner from here; a cluster's arbitrary user is in group 0.
RUN for folder in /scenario /logs /token /training /watch/file /watch/deploy/prometheus \
    /watch/deploy/alertmanager /watch/provisioning/alerting; do \
    mkdir -p $folder && chown 10001:0 $folder && chmod g+rwX $folder; \
  done
USER 10001

FROM program AS emulator
COPY --from=build /out/emulator.mjs /app/
COPY docker/emulator.sh /app/docker/
EXPOSE 8080
CMD ["sh", "/app/docker/emulator.sh"]

FROM program AS scenarios
COPY --from=build /out/scenarios.mjs /app/
COPY docker/scenario.sh /app/docker/
ENTRYPOINT ["node", "/app/scenarios.mjs"]
CMD ["--help"]

FROM program AS cli
COPY --from=build /out/soundcheck.mjs /app/
COPY docker/renew-token.mjs docker/grafana-token.mjs docker/watch.sh /app/docker/
ENTRYPOINT ["node", "/app/soundcheck.mjs"]
CMD ["--help"]

FROM program AS trainer
COPY --from=build /out/trainer.mjs /out/soundcheck.mjs /out/scenarios.mjs /app/
EXPOSE 8080
ENTRYPOINT ["node", "/app/trainer.mjs"]
CMD ["--host", "0.0.0.0", "--port", "8080", "--config", "/etc/soundcheck/trainer.json", "--state", "/training/runs.json"]
