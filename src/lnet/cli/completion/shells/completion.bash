# Completion of lnet for bash. Every word that lnet offers is made of a-z, 0-9 and hyphens.
_lnet_completion() {
    local word help
    COMPREPLY=()
    while IFS=$'\t' read -r word help; do
        if [[ $word == //files ]]; then
            type compopt >/dev/null 2>&1 && compopt -o default
            COMPREPLY=()
            return 0
        fi
        COMPREPLY+=("$word")
    done < <(_LNET_COMPLETE=bash command lnet "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null </dev/null)
    return 0
}
complete -o nosort -F _lnet_completion lnet 2>/dev/null || complete -F _lnet_completion lnet
