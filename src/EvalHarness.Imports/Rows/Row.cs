using System.Text.Json;

namespace EvalHarness.Imports.Rows;

/// <summary>One row of a file that another tool wrote.</summary>
/// <param name="Where">The file and the line or row in it: <c>answers.csv:12</c>.</param>
/// <param name="Values">The columns: an object.</param>
public sealed record Row(string Where, JsonElement Values);
