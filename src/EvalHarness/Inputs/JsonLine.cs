using System.Text.Json;

namespace EvalHarness.Inputs;

/// <summary>One line of a JSONL file: a value, or what is wrong with the line.</summary>
/// <param name="Number">Counts from 1; blank lines count and are left out.</param>
/// <param name="Utf8">The line without its end; empty when it is too long.</param>
/// <param name="Problem">Present exactly when the line is not JSON; <paramref name="Root"/> means nothing then.</param>
public sealed record JsonLine(string File, int Number, ReadOnlyMemory<byte> Utf8, JsonElement Root, InputProblem? Problem)
{
    /// <summary>Where its parts stand; made anew at each call, for those lines that have a problem.</summary>
    public SourceMap Source() => JsonSource.Map(File, Utf8.Span, Number);
}
