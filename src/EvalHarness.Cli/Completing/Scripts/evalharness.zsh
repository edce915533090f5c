#compdef evalharness
# Completion of evalharness in zsh:  evalharness completion zsh > ~/.zsh/completions/_evalharness  (a folder of $fpath)
_evalharness() {
    local -a suggestions
    local word=$words[CURRENT] line=" ${(j: :)words[2,CURRENT]}"
    suggestions=(${(f)"$($words[1] "[suggest:${#line}]" "$line" 2> /dev/null)"})
    suggestions=(${suggestions:#/*})
    [[ $word == -* ]] || suggestions=(${suggestions:#-*})
    # Where nothing is suggested, files are.
    if (( $#suggestions )); then
        compadd -- $suggestions
    else
        _files
    fi
}
if [[ $funcstack[1] == _evalharness ]]; then
    _evalharness "$@"
else
    compdef _evalharness evalharness
fi
