namespace EvalHarness.Schemas;

/// <summary>One way in which a value does not meet its schema.</summary>
/// <param name="InstancePath">Where in the value: a JSON pointer, empty for the whole.</param>
/// <param name="SchemaPath">Which keyword says so: a JSON pointer into the schema's own document.</param>
/// <param name="Found">What was found, without its place.</param>
/// <param name="Expected">What the schema asks for, as a sentence.</param>
public sealed record SchemaError(string InstancePath, string SchemaPath, string Found, string Expected)
{
    public string Message => $"{Found}. {Expected}";

    /// <summary>The property that is not there; absent where that is not what is wrong.</summary>
    public string? Missing { get; init; }

    /// <summary>Whether the property's name is wrong, not its value.</summary>
    public bool IsAboutName { get; init; }
}
