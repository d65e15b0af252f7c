/**
 * Tab for kubectl and `k`, without the package bash-completion: kubectl's own script calls one function of it,
 * `_get_comp_words_by_ref`, and here words never break at "=" or ":", so that it is three lines. Loaded at the first Tab.
 * Source: cobra, bash_completionsV2.go.
 */
export const COMPLETION = `
COMP_WORDBREAKS=\${COMP_WORDBREAKS//[=:]/}
_get_comp_words_by_ref() {
  cword=$COMP_CWORD cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  words=("\${COMP_WORDS[@]}")
}
__first_tab() {
  source <(command kubectl completion bash) && complete -o default -F __start_kubectl kubectl k && return 124
}
complete -F __first_tab kubectl k
__namespaces() {
  [ "$COMP_CWORD" = 1 ] && mapfile -t COMPREPLY < <(compgen -W "$(kubectl get namespaces -o 'jsonpath={.items[*].metadata.name}' 2>/dev/null)" -- "$2")
}
complete -F __namespaces ns
`;
