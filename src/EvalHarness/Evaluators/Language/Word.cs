namespace EvalHarness.Evaluators.Language;

/// <summary>A word where it stands in a text, in UTF-16 code units.</summary>
public readonly record struct Word(Lexeme Lexeme, int Start, int End)
{
    public string Stem => Lexeme.Stem;

    public bool IsContent => !Lexeme.IsFunction && !Lexeme.IsNegator;
}
