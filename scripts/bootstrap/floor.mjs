// Refuses a Node that is too old to even read the rest of these scripts. Imported first by every entry,
// which then loads the rest with import(): so this file keeps to syntax that Node 12 can parse.
var major = Number(process.versions.node.split(".")[0]);
if (major < 18) {
  console.error(
    "Gandalf's scripts need Node 18 or newer to begin with, and this is " +
      process.version +
      ".\n" +
      "  Install Node 24 from nodejs.org or with your version manager (for example: nvm install 24), then run the same command again.",
  );
  process.exit(1);
}
