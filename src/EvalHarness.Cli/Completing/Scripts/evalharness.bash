# Completion of evalharness in bash:  evalharness completion bash > ~/.local/share/bash-completion/completions/evalharness
_evalharness() {
    local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} suggestion
    line=${line#"${COMP_WORDS[0]}"}
    COMPREPLY=()
    while IFS= read -r suggestion; do
        [[ $suggestion == /* || $suggestion != "$word"* ]] && continue
        [[ $suggestion == -* && $word != -* ]] && continue
        COMPREPLY+=("$suggestion")
    done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2> /dev/null)
}
# Where nothing is suggested, files are.
complete -o default -o bashdefault -F _evalharness evalharness
