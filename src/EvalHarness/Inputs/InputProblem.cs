namespace EvalHarness.Inputs;

/// <summary>One thing wrong with an input: where – what was found – how to mend it.</summary>
/// <param name="Where">File, and line and column where they are known: <c>samples.jsonl:2:14</c>.</param>
/// <param name="Found">What was found.</param>
/// <param name="Mend">What was expected, or how to mend it.</param>
public sealed record InputProblem(string Where, string Found, string Mend)
{
    public override string ToString() => $"{Where}: {Found}. {Mend}";
}
