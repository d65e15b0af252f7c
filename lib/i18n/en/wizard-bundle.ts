import { plural } from "@/lib/format/plural";

/** Choosing, uploading and removing k3s bundles, in the wizard's settings step. */
export const wizardBundle = {
  label: "Bundle",
  option: (name: string, arch: string) => `${name} for ${arch}`,
  none: "Choose a bundle",
  pick: "The bundle that was chosen is gone. Choose another, or upload one.",
  another: "Upload another",
  useThese: "Use one that is here",
  drop: "Drop the files of a k3s release here",
  dropHelp:
    "For each architecture: k3s (or k3s-arm64), k3s-airgap-images-….tar.zst and, to have them checked, sha256sum-….txt.",
  dropMore: "More files, or a better one in place of another",
  choose: "Choose files",
  inputLabel: "Files of a k3s release",
  chosen: "Chosen files",
  leaveOut: (name: string) => `Leave out ${name}`,
  checksumFile: "says what the others must be",
  willCheck: "checked while it is sent",
  noChecksum: "no checksum file: sent as it is",
  refused: "cannot be used",
  sent: (percent: string) => `${percent} sent`,
  checking: "written and checked…",
  arrived: "arrived",
  verified: "checksum agrees",
  size: (files: number, size: string) => `${plural(files, "file")}, ${size}.`,
  mend: (files: number) =>
    `Replace ${plural(files, "file")}, or leave ${files === 1 ? "it" : "them"} out.`,
  stay: "Stay on this page until it is done. Cancel leaves nothing on the panel.",
  upload: "Upload",
  cancel: "Cancel",
  filesOf: (name: string) => `Files of ${name}`,
  sha256: (start: string) => `SHA-256 ${start}…`,
  fromFolder: "A folder on the panel’s machine, named when it was started.",
  uploaded: "Uploaded to the panel.",
  usedBy: (clusters: string) => `Used by ${clusters}.`,
  remove: "Remove",
  removeQuestion: (name: string) => `Remove ${name} from the panel?`,
  removeHappens: (size: string) =>
    `No cluster uses it. ${size} become free; to use it again, it is uploaded again.`,
  removeVerb: "Remove the bundle",
};
