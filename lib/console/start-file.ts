import { quote } from "@/lib/shell/argv";
import { COMPLETION } from "./completion";
import { SANDBOX } from "./sandbox";

/** What a console knows from the beginning. */
export interface ConsoleStart {
  /** A secret: the text as a whole is one. */
  readonly kubeconfig: string;
  readonly clusterName: string;
  /** Lines to greet with; the first one stands out. */
  readonly welcome: readonly string[];
}

/** Ends the prompt: the terminal shows nothing of it. Source: the "semantic prompts" escape codes, OSC 133;B. */
export const PROMPT_END = "\u001b]133;B\u0007";

const COLOUR = { strong: "1;35", dim: "90" } as const;

// What people are called is theirs: it prints as text.
const printed = (text: string, colour: string): string =>
  `printf '\\033[%sm%s\\033[0m\\n' '${colour}' ${quote(text.replaceAll(/\p{Cc}/gu, " "))}`;

/** What bash reads first. It removes itself: the credential stays in one file, in memory, readable by its owner alone. */
export function startFile({ kubeconfig, clusterName, welcome }: ConsoleStart): string {
  const [first = "", ...others] = welcome;
  return String.raw`rm -f ~/.start
umask 077; mkdir -p ~/.kube
cat >~/.kube/config <<'GANDALF_END'
${kubeconfig}
GANDALF_END
for __relay in /usr/lib/systemd /lib/systemd; do
  [ -x $__relay/systemd-socket-proxyd ] && break
done
setsid -f systemd-socket-activate -l 127.0.0.1:${SANDBOX.port} $__relay/systemd-socket-proxyd ${SANDBOX.socket} </dev/null >/dev/null 2>&1
unset __relay HISTFILE
HISTSIZE=2000 HISTCONTROL=ignoredups
shopt -s checkwinsize
export LESS=-R PAGER=less
command -v less >/dev/null || export PAGER=cat
for __editor in vim vi nano; do
  command -v $__editor >/dev/null && export EDITOR=$__editor KUBE_EDITOR=$__editor && break
done
unset __editor
alias k=kubectl grep='grep --color=auto' ls='ls --color=auto'
for __setting in 'show-all-if-ambiguous on' 'colored-completion-prefix on' 'bell-style none'; do bind "set $__setting"; done
unset __setting
${COMPLETION}
__cluster=${quote(clusterName)}
__read_namespace() {
  local key value
  __namespace=default
  while read -r key value; do [ "$key" = namespace: ] && __namespace=$value; done <~/.kube/config
}
ns() {
  [ $# = 0 ] && { __read_namespace; echo "$__namespace"; return; }
  kubectl config set-context --current --namespace="$1" >/dev/null
}
PROMPT_COMMAND=__read_namespace
PS1='\[\033[1;35m\]$__cluster\[\033[0m\] \[\033[36m\]$__namespace\[\033[0m\] \$ \[\033]133;B\007\]'
${printed(first, COLOUR.strong)}
${others.map((line) => printed(line, COLOUR.dim)).join("\n")}
`;
}
