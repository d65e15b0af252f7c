/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
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
