/** A provider's answer in words. `isFinal`: trying again changes nothing, and may get the account banned. */
export interface DdnsAnswer {
  readonly isWell: boolean;
  readonly isFinal: boolean;
  readonly sentence: string;
  readonly remedy: string | null;
}

const well = (sentence: string): DdnsAnswer => ({
  ...{ isWell: true, isFinal: false, sentence, remedy: null },
});
const final = (sentence: string, remedy: string): DdnsAnswer => ({
  ...{ isWell: false, isFinal: true, sentence, remedy },
});
const later = (sentence: string, remedy: string): DdnsAnswer => ({
  ...{ isWell: false, isFinal: false, sentence, remedy },
});

/** Source: help.dyn.com/remote-access-api/return-codes; www.noip.com/integrate/response. */
const ANSWERS: Readonly<Record<string, DdnsAnswer>> = {
  good: well("The provider has the address."),
  nochg: well("The provider has the address already."),
  badauth: final(
    "The provider refuses the login or the secret.",
    "Enter both again as the provider shows them.",
  ),
  nohost: final(
    "The provider does not know this name for this login.",
    "Create the name at the provider, or correct it.",
  ),
  notfqdn: final(
    "The provider wants the whole name.",
    "Write it with its domain, such as gandalf9.ddns.net.",
  ),
  "!yours": final(
    "The name belongs to another account.",
    "Use that account's login, or another name.",
  ),
  "!donator": final(
    "The provider gives this only to paying accounts.",
    "Choose another name or provider.",
  ),
  numhost: final(
    "The provider counts too many or too few names.",
    "Look at the list of names at the provider.",
  ),
  abuse: final(
    "The provider has blocked the name for too many updates.",
    "Ask the provider to lift it; then check every 30 minutes or less often.",
  ),
  badagent: final(
    "The provider has banned this client.",
    "Update the host's packages, then ask the provider.",
  ),
  dnserr: later("The provider's own DNS failed.", "Wait: the client tries again by itself."),
  911: later("The provider is in trouble.", "Wait: the client tries again by itself."),
  failed: later(
    "The provider took no update.",
    "Check the secret; look at the host's journal of ddclient.",
  ),
  noconnect: later("The provider does not answer.", "Check the host's way to the internet."),
};

/** Whatever the client wrote down as the last word; "" before the first. */
export const explainWord = (word: string): DdnsAnswer =>
  word === ""
    ? later("The client has not asked the provider yet.", "Wait a minute after it was set up.")
    : (ANSWERS[word.toLowerCase()] ??
      later(`The provider says "${word}".`, "Look it up in the provider's documentation."));
