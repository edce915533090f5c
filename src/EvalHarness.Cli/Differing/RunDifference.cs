namespace EvalHarness.Cli.Differing;

/// <summary>What changed from one run to another.</summary>
/// <param name="Changed">Rows that changed: what became wrong, what became right, the others; each in the order of the newer run.</param>
/// <param name="Identical">Rows with the same reply and the same outcome.</param>
/// <param name="InOneOnly">Rows that one of the runs has and the other lacks.</param>
internal sealed record RunDifference(string Before, string After, IReadOnlyList<string> Pipelines, IReadOnlyList<RowDifference> Changed, int Identical, int InOneOnly)
{
    public int Count(ChangeKind kind) => Changed.Count(c => c.Kind == kind);
}
