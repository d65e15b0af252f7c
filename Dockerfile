# The panel as one small image for amd64 and arm64:  docker buildx build --platform linux/amd64,linux/arm64 -t gandalf .
# Everything it keeps is in the volume /data: the database, its backups and, beside them, the key that seals the secrets.

FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
# Packages first: they change less often than the sources. No package's own install script runs.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npx prisma generate && node scripts/package.mjs

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production MALLOC_ARENA_MAX=2 NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 GANDALF_DATA=/data
RUN mkdir /data && chown node:node /data && chmod 700 /data
COPY --from=build /app/dist/panel ./
USER node
VOLUME /data
EXPOSE 3000 4470-4479
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "panel.mjs"]
