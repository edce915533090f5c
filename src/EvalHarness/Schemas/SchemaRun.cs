namespace EvalHarness.Schemas;

/// <summary>One validation from start to end.</summary>
/// <param name="tracksEvaluated">Whether the schema asks which properties and items no keyword has looked at.</param>
internal sealed class SchemaRun(bool tracksEvaluated)
{
    /// <summary>Schemas within schemas on one path; deeper, a schema refers to itself without end.</summary>
    public const int MaxDepth = 500;

    private readonly List<SchemaError> undecided = [];

    public bool TracksEvaluated => tracksEvaluated;

    /// <summary>What could not be decided. It makes the value not valid wherever it happened, even within a <c>not</c>.</summary>
    public IReadOnlyList<SchemaError> Undecided => undecided;

    public void AddUndecided(SchemaError error) => undecided.Add(error);
}
