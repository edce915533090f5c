namespace EvalHarness.Schemas;

/// <param name="InstancePath">Where in the value, as a JSON pointer.</param>
/// <param name="SchemaPath">Which keyword of the schema, as a JSON pointer.</param>
public sealed record SchemaError(string InstancePath, string SchemaPath, string Message);
