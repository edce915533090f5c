namespace EvalHarness.Evaluators.Checks;

/// <summary>Capitals or small letters.</summary>
internal enum LetterCase
{
    Upper,
    Lower,
}
