namespace EvalHarness.Runs;

/// <summary>A constant SQL text and the values bound to it.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<(string Name, object? Value)> Values);
