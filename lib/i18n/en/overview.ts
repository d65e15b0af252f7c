/** The first page. */
export const overview = {
  title: "Overview",
  nothingTitle: "Nothing to look after yet",
  nothingFacts:
    "Three steps from bare machines to a cluster. Nothing is touched before you have seen the plan.",
  steps: {
    hosts: {
      title: "Add hosts",
      body: "Type addresses or scan the network. Each host’s fingerprint is shown before its key is trusted.",
    },
    cluster: {
      title: "New cluster",
      body: "Choose a shape and give every host its role. An advisor checks memory, disks and quorum.",
    },
    plan: {
      title: "Read the plan, then start",
      body: "Every file and every command on every host. Watch it run live; a crash ends in the same state.",
    },
  },
};
