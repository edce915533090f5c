namespace EvalHarness.Calibration;

/// <summary>An answer and what people say of it: that it is right, that it is grounded.</summary>
public sealed record LabelledRow
{
    public required string Id { get; init; }

    /// <summary>Rows of one group (a question, a document) are not independent.</summary>
    public required string Group { get; init; }

    /// <summary>Where the row is from; the file's name when it does not say.</summary>
    public required string Source { get; init; }

    /// <summary>Which system or model wrote the answer; empty when that is not known.</summary>
    public string System { get; init; } = "";

    public string Question { get; init; } = "";

    /// <summary>The gold answers; one is enough to be right.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What the answer has to be grounded in.</summary>
    public string Context { get; init; } = "";

    public required string Answer { get; init; }

    /// <summary>What each rater says, nothing where one did not decide; at least one did.</summary>
    public required IReadOnlyList<bool?> Labels { get; init; }

    /// <summary>What most raters say who decided; a tie is a no.</summary>
    public bool Label => Labels.Count(l => l == true) > Labels.Count(l => l == false);
}
