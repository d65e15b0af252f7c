/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types; who starts the panel need not wait for that
  output: process.env.NEXT_OUTPUT === "standalone" ? "standalone" : undefined,
  // Native ones, and those that every route would otherwise carry a copy of: 2 MB of code and 6 MB of memory.
  serverExternalPackages: [
    "better-sqlite3",
    "@prisma/adapter-better-sqlite3",
    "ssh2",
    "node-ssh",
    "@node-rs/argon2",
    "pino",
    "@kubernetes/client-node",
    "zod",
    "yaml",
    "ipaddr.js",
    "socket.io-client",
  ],
};

export default config;
