# Completion of evalharness in PowerShell:  evalharness completion pwsh >> $PROFILE
Register-ArgumentCompleter -Native -CommandName evalharness -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $program = $commandAst.CommandElements[0].Extent.Text
    $length = $cursorPosition - $commandAst.Extent.StartOffset - $program.Length
    $line = $commandAst.Extent.Text.Substring($program.Length).PadRight($length).Substring(0, $length)
    # Where nothing is suggested, files are.
    & $program "[suggest:$length]" $line 2>$null |
        Where-Object { -not $_.StartsWith('/') -and $_.StartsWith($wordToComplete) -and ($wordToComplete.StartsWith('-') -or -not $_.StartsWith('-')) } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
