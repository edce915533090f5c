using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Processes;

/// <summary>A passage as a program writes it.</summary>
internal sealed record ProcessPassage
{
    public required string Text { get; init; }

    public string? Id { get; init; }

    public string? Document { get; init; }

    public string Title { get; init; } = "";

    public double? Score { get; init; }

    public int? Start { get; init; }

    public int? End { get; init; }

    /// <param name="place">In the list, from 1: without a score it counts as 1 / its place.</param>
    public Passage ToPassage(int place)
    {
        var document = Document ?? Id ?? "";
        var span = Start is { } start && End is { } end && end >= start ? new TextSpan(start, end) : (TextSpan?)null;
        return new Passage(Id ?? $"{document}#{ContentHash.Short(ContentHash.Of(Text))}", document, Title, Text, span, Score ?? 1.0 / place);
    }
}
