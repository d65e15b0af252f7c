/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types; who starts the panel need not wait for that
  output: process.env.NEXT_OUTPUT === "standalone" ? "standalone" : undefined,
  serverExternalPackages: [
    "better-sqlite3",
    "@prisma/adapter-better-sqlite3",
    "ssh2",
    "node-ssh",
    "@node-rs/argon2",
    "pino",
    "@kubernetes/client-node",
  ],
};

export default config;
