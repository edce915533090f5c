using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Providers.Services;

/// <summary>Reads the passages that a service says it used.</summary>
internal sealed class PassageReader(ReplyPaths paths, Excerpt excerpt)
{
    /// <exception cref="ServiceContractException">There is no list, or a passage lacks its text, its id or its document where the experiment says they are.</exception>
    public IReadOnlyList<Passage>? Read(ServiceReply reply)
    {
        if (paths.Passages is not { } path)
            return null;
        var found = ManyValues.At(reply, path)
            ?? throw new ServiceContractException($"reply.passages: there is nothing at '{path}'. The reply starts: {excerpt.Start(reply.Body)}");
        return [.. found.Select((passage, index) => Passage(passage, index + 1))];
    }

    private Passage Passage(ReplyValue passage, int place)
    {
        var within = paths.Passage;
        var text = Required(passage, place, "text", within?.Text ?? "$");
        var id = within?.Id is { } idPath ? Required(passage, place, "id", idPath) : null;
        var document = within?.Document is { } documentPath ? Required(passage, place, "document", documentPath) : id ?? "";
        return new Passage(
            id ?? $"{document}#{ContentHash.Short(ContentHash.Of(text))}",
            document,
            Optional(passage, within?.Title)?.Text ?? "",
            text,
            Span(passage, place),
            Number(passage, place, "score", within?.Score) ?? 1.0 / place);
    }

    private TextSpan? Span(ReplyValue passage, int place)
    {
        if (Number(passage, place, "start", paths.Passage?.Start) is not { } start || Number(passage, place, "end", paths.Passage?.End) is not { } end)
            return null;
        return start >= 0 && end >= start && end <= int.MaxValue && double.IsInteger(start) && double.IsInteger(end)
            ? new TextSpan((int)start, (int)end)
            : throw Broken(passage, place, FormattableString.Invariant($"{start} to {end} is no range of characters"));
    }

    private double? Number(ReplyValue passage, int place, string name, string? path) => Optional(passage, path) switch
    {
        null => null,
        { Number: { } number } => number,
        var other => throw Broken(passage, place, $"'{path}' (reply.passage.{name}) is {excerpt.Start(other.Text)}, not a number"),
    };

    private string Required(ReplyValue passage, int place, string name, string path) =>
        Optional(passage, path)?.Text ?? throw Broken(passage, place, $"there is nothing at '{path}' (reply.passage.{name})");

    private static ReplyValue? Optional(ReplyValue passage, string? path) =>
        path is not null && passage.Select(path) is [{ IsNull: false } found, ..] ? found : null;

    private ServiceContractException Broken(ReplyValue passage, int place, string what) =>
        new($"reply.passages: passage {place}: {what}. It starts: {excerpt.Start(passage.Text)}");
}
