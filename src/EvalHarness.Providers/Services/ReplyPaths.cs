namespace EvalHarness.Providers.Services;

/// <summary>Where in a service's reply things stand, as JSON paths.</summary>
/// <remarks>What makes up the answer (answer, passages, citations) must be there when its path is given; what is said about it (model, usage, stages) may be missing in a reply, and is then unknown.</remarks>
public sealed record ReplyPaths
{
    /// <summary>Absent only for a stream whose pieces make up the answer.</summary>
    public string? Answer { get; init; }

    /// <summary>Many, or one array.</summary>
    public string? Passages { get; init; }

    /// <summary>Paths within a passage; absent when each is a text.</summary>
    public PassagePaths? Passage { get; init; }

    /// <summary>Ids of documents: many, or one array.</summary>
    public string? Citations { get; init; }

    public string? Model { get; init; }

    public UsagePaths? Usage { get; init; }

    /// <summary>Milliseconds by stage.</summary>
    public IReadOnlyDictionary<string, string> Stages { get; init; } = new Dictionary<string, string>();

    /// <summary>Every path that can be given, with its key in the experiment file.</summary>
    internal IEnumerable<(string Key, string? Path)> All() =>
    [
        ("reply.answer", Answer),
        ("reply.passages", Passages),
        .. Passage?.All() ?? [],
        ("reply.citations", Citations),
        ("reply.model", Model),
        .. Usage?.All() ?? [],
        .. Stages.Select(s => ($"reply.stages.{s.Key}", (string?)s.Value)),
    ];
}
