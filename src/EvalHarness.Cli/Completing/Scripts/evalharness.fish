# Completion of evalharness in fish:  evalharness completion fish > ~/.config/fish/completions/evalharness.fish
function __evalharness_suggestions
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l line " "(string join " " -- $words[2..-1] $word)
    $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match --invert '/*'
end
# Files are offered, too.
complete -c evalharness -a '(__evalharness_suggestions)'
