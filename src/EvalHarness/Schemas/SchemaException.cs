namespace EvalHarness.Schemas;

/// <summary>A schema that cannot be used: not JSON, not a valid 2020-12 schema, or with a reference that leads nowhere.</summary>
public sealed class SchemaException(IReadOnlyList<SchemaError> errors, Exception? inner = null)
    : Exception(string.Join(Environment.NewLine, errors.Select(e => $"#{e.InstancePath}: {e.Message}")), inner)
{
    public SchemaException(string pointer, string found, string expected, Exception? inner = null)
        : this([new SchemaError(pointer, "", found, expected)], inner)
    {
    }

    /// <summary>Paths in these errors point into the schema, which is the instance here.</summary>
    public IReadOnlyList<SchemaError> Errors { get; } = errors;
}
