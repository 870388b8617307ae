#compdef lnet
# Completion of lnet for zsh. Every word that lnet offers is made of a-z, 0-9 and hyphens; its help is only shown.
_lnet() {
  local word help files=
  local -a found shown
  while IFS=$'\t' read -r word help; do
    if [[ $word == //files ]]; then
      files=1
      continue
    fi
    found+=("$word")
    shown+=("${word}${help:+  ${help}}")
  done < <(_LNET_COMPLETE=zsh command lnet "${(@Q)words[2,CURRENT]}" 2>/dev/null </dev/null)
  if [[ -n $files ]]; then
    compset -P '--*='
    _files
  elif (( $#found )); then
    compadd -U -l -V lnet -d shown -a found
  fi
}
if (( ! $+functions[compdef] )); then
  autoload -Uz compinit && compinit
fi
compdef _lnet lnet
